import { expectNothingInTheWay, still } from '../support/axe.ts'
import { inBothLanguages, test } from '../support/people.ts'
import { layersOpen, openZone, writeOnPhone } from '../support/phonePage.ts'
import { call, seatsOf } from '../support/server.ts'

// Both workers share these: one alone would be busy with them longer than with any other file.
// Looking at each element of so many screens takes long where others use the machine too.
test.describe.configure({ mode: 'parallel', timeout: 360_000 })

inBothLanguages(() => {
  test('nothing is in the way of who makes a workshop and hands out links, light or dark', async ({
    hall,
    workshop,
    person,
    words,
  }) => {
    const { landing, codeField } = words.workshop
    const { looks } = words.common
    const { create, links, roster } = words.facilitator
    const page = await still(await person('laptop'))
    const dialog = page.getByRole('dialog')
    await expectNothingInTheWay(page.getByRole('heading', { level: 1 }), 'start')
    await page.getByRole('button', { name: looks.title }).click()
    await expectNothingInTheWay(
      dialog.getByText(looks.text, { exact: true }),
      'theme and text size',
    )
    await page.keyboard.press('Escape')
    await page.getByRole('textbox', { name: landing.haveCode }).fill('BAKSO')
    await page.keyboard.press('Enter')
    await expectNothingInTheWay(page.getByText(codeField.notACode), 'no code')

    await page.goto(`${hall.address}/#/new`)
    await page
      .getByRole('textbox', { name: roster.title })
      .fill('Nama\tUsaha\nBu Ninik\tTahu\nbu ninik\tSempol\n\tWarung soto')
    await expectNothingInTheWay(page.getByText(roster.toAnswer(2)), 'create')

    await page.getByRole('button', { name: create.create }).click()
    await expectNothingInTheWay(page.getByText(create.nameMissing), 'create without a title')

    await page.goto(hall.link('facilitator', workshop.capability))
    await page.getByRole('link', { name: new RegExp(`Bu Ninik.*${links.statusNever}`) }).waitFor()
    await page.getByRole('link', { name: links.listTitle }).click()
    await page.getByRole('heading', { name: links.keyTitle }).waitFor()
    const codes = page.getByRole('button', { name: links.qr, exact: true })
    await expectNothingInTheWay(codes.nth(1), 'member links')
    await codes.first().click()
    await expectNothingInTheWay(dialog.getByRole('link', { name: links.whatsapp }), 'one link')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: links.invite }).click()
    await expectNothingInTheWay(dialog.getByText(links.inviteTitle), 'inviting')
    await page.keyboard.press('Escape')
    const chooseForNinik = async (item: string) => {
      await page.getByRole('button', { name: links.optionsOf('Bu Ninik') }).click()
      await page.getByRole('menuitem', { name: item }).click()
    }
    await page.getByRole('button', { name: links.optionsOf('Bu Ninik') }).click()
    await expectNothingInTheWay(page.getByRole('menuitem').first(), 'options of a member')
    await page.getByRole('menuitem', { name: links.rename }).click()
    await expectNothingInTheWay(dialog.getByRole('textbox').first(), 'another name')
    await page.keyboard.press('Escape')
    await chooseForNinik(links.seeLinks)
    await expectNothingInTheWay(dialog.getByRole('listitem').first(), 'links that open')
    await page.keyboard.press('Escape')
    await chooseForNinik(links.revoke)
    await expectNothingInTheWay(dialog.getByText(links.revokeTitle('Bu Ninik')), 'revoking')
    await page.keyboard.press('Escape')
    await page.setViewportSize({ width: 360, height: 800 })
    await expectNothingInTheWay(page.getByText(links.listTitle).first(), 'member links on a phone')
  })

  test('nothing is in the way of who watches all canvases, light or dark', async ({
    sesilya,
    words,
  }) => {
    const { common } = words
    const { dashboard, legend, links, roster } = words.facilitator
    const page = await still(await sesilya())
    const dialog = page.getByRole('dialog')
    const choose = async (item: string) => {
      await page.getByRole('button', { name: common.more }).click()
      await page.getByRole('menuitem', { name: item }).click()
    }
    await expectNothingInTheWay(
      page.getByRole('link', { name: new RegExp(`Bu Ninik.*${links.statusNever}`) }),
      'dashboard',
    )
    await page.getByRole('button', { name: common.more }).click()
    await expectNothingInTheWay(page.getByRole('menuitem', { name: legend.title }), 'dashboard, ⋮')
    await page.keyboard.press('Escape')
    await choose(legend.title)
    await page.getByRole('textbox', { name: common.colours.kunyit }).fill('Ide')
    await expectNothingInTheWay(dialog.getByText(legend.tags), 'colours and tags')
    await page.keyboard.press('Escape')
    await choose(dashboard.editDetails)
    await expectNothingInTheWay(dialog.getByText(dashboard.detailsTitle), 'details')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: roster.add }).click()
    await expectNothingInTheWay(dialog.getByRole('textbox').first(), 'adding members')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: dashboard.joinCode }).click()
    await expectNothingInTheWay(dialog.getByText(dashboard.codeStepScan), 'join code on the wall')
    await page.keyboard.press('Escape')
    const filter = (name: string) => page.getByRole('button', { name: new RegExp(`^${name}`) })
    await filter(dashboard.connectedFilter).click()
    await expectNothingInTheWay(page.getByText(dashboard.nothingHere.connected), 'nobody there')
    await page.setViewportSize({ width: 360, height: 800 })
    await filter(dashboard.all).click()
    await expectNothingInTheWay(
      page.getByRole('link', { name: /Bu Ninik/ }),
      'dashboard on a phone',
    )
  })

  test('nothing is in the way of members who join, come back or hold an old link, light or dark', async ({
    hall,
    workshop,
    ninikLink,
    person,
    words,
  }) => {
    const { join, link, mine } = words.workshop
    const phone = await still(await person('phone'))
    const heading = (name: string) => phone.getByRole('heading', { name })
    await expectNothingInTheWay(phone.getByRole('heading', { level: 1 }), 'start')
    for (const [address, title] of [
      [ninikLink.slice(0, -6), link.incomplete],
      [hall.link('member', 'A'.repeat(22)), link.unknown],
      [`${hall.address}/#/jKOSONG99`, join.codeUnknown],
      [`${hall.address}/#/w/${'A'.repeat(22)}`, link.workshopNotHere],
    ] as const) {
      await phone.goto(address)
      await expectNothingInTheWay(heading(title), title)
    }
    const { joinCode } = await seatsOf(hall.origin, workshop.capability)
    await phone.goto(`${hall.address}/#/j${joinCode.code}`)
    await expectNothingInTheWay(phone.getByRole('button', { name: /Pak Wawan/ }), 'whose name')
    await phone.getByRole('button', { name: /Pak Wawan/ }).tap()
    await expectNothingInTheWay(phone.getByRole('button', { name: join.yes }), 'is this you')

    await phone.goto(ninikLink)
    await writeOnPhone(phone).waitFor()
    await phone.goto(`${hall.address}/#/mine`)
    await expectNothingInTheWay(phone.getByRole('link', { name: mine.open }), 'my canvases')
    await phone.getByRole('button', { name: mine.optionsOf('Bu Ninik') }).tap()
    await phone.getByRole('menuitem', { name: mine.forget('phone') }).tap()
    await expectNothingInTheWay(
      heading(mine.forgetQuestion('Bu Ninik', 'phone')),
      'forgetting a canvas',
    )
    await phone.getByRole('button', { name: words.common.cancel }).tap()
    await layersOpen(phone, 0)
    const { capability, members } = workshop
    await call(hall.origin, 'DELETE', `/api/seats/${members[0]?.seat}/capabilities`, {
      capability,
    })
    await phone.goto(ninikLink)
    await expectNothingInTheWay(heading(link.revoked), 'a revoked link')
    await phone.getByRole('button', { name: link.seeHere('phone') }).tap()
    await expectNothingInTheWay(phone.getByRole('alert'), 'a canvas to be read')
    await openZone(phone, 'channels')
    const toMap = phone.getByRole('button', { name: words.board.phone.backToMap })
    await expectNothingInTheWay(toMap, 'a zone to be read')
  })

  test('nothing is in the way of who finds no server, or no more names, light or dark', async ({
    hall,
    workshop,
    ninikLink,
    person,
    words,
  }) => {
    const { join, link, mine } = words.workshop
    const phone = await still(await person('phone'))
    const heading = (name: string) => phone.getByRole('heading', { name })
    const { joinCode } = await seatsOf(hall.origin, workshop.capability)
    for (const name of [/Pak Wawan/, /Bu Ninik/]) {
      await phone.goto(`${hall.address}/#/j${joinCode.code}`)
      await phone.getByRole('button', { name }).tap()
      await phone.getByRole('button', { name: join.yes }).tap()
      await writeOnPhone(phone).waitFor()
    }
    await phone.goto(`${hall.address}/#/j${joinCode.code}`)
    await expectNothingInTheWay(heading(join.everybodyInside), 'nobody is missing')
    await phone.goto(`${hall.address}/#/mine`)
    await expectNothingInTheWay(phone.getByText(mine.alsoHere('phone')), 'two canvases')
    const another = await still(await person('phone'))
    await hall.kill()
    await another.goto(ninikLink)
    await expectNothingInTheWay(
      another.getByRole('heading', { name: link.offline }),
      'a link without a server',
    )
    await another.goto(`${hall.address}/#/j${joinCode.code}`)
    await expectNothingInTheWay(
      another.getByRole('button', { name: words.common.tryAgain }),
      'no names',
    )
    await phone.getByRole('link', { name: mine.openShort }).first().tap()
    const [noSignal] = words.save.banner.offline('phone', true)
    await expectNothingInTheWay(phone.getByText(noSignal), 'writing without a server')
  })
})
