/** What people see of a disk of the server that is full, or that has rotted under one canvas, and what of it being mended. */
import { fileURLToPath } from 'node:url'
import { canvasRoom, planRoom } from '../../src/protocol/roomName.ts'
import { troubleText } from '../../src/workshop/trouble.ts'
import { expectNothingInTheWay, still } from '../support/axe.ts'
import { noteIn, noteOn, writeNote, zoneOn } from '../support/canvasPage.ts'
import { flipSealOf } from '../support/dataFiles.ts'
import { expect, inBothLanguages, test } from '../support/people.ts'
import { noteOnPhone, openZone, write } from '../support/phonePage.ts'
import { seatsOf } from '../support/server.ts'
import { aPerson } from '../support/serverPeople.ts'
import type { SmallDisk } from '../support/smallDisk.ts'
import { smallDisk, writeUntilRefused } from '../support/smallDisk.ts'

const STAND_IN = fileURLToPath(new URL('../support/fullDiskServer.ts', import.meta.url))

const onSmallDisk = test.extend<{ disk: SmallDisk }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads fixture names from this pattern
  disk: async ({}, use) => {
    const disk = smallDisk()
    await use(disk)
    disk.remove()
  },
  home: ({ disk }, use) => use(disk.path),
  program: ({ disk }, use) => use(disk.isMounted ? undefined : STAND_IN),
})

inBothLanguages(() => {
  onSmallDisk(
    'while the disk of the server is full people write on and are told; once there is room all of it arrives by itself',
    async ({ disk, hall, workshop, ninik, sesilya, sesilyaWithNinik, words }) => {
      const { common, save, workshop: around, zones } = words
      const channels = zones.channels.name
      const phone = await ninik('phone')
      const laptop = await sesilyaWithNinik()
      const dashboard = await sesilya()
      await expect(dashboard.getByRole('link', { name: /Bu Ninik/ })).toBeVisible()
      await openZone(phone, 'channels')
      await write(phone, ['Titip di warung'])
      await phone.goBack()
      await expect(noteIn(laptop, channels, 'Titip di warung')).toBeVisible()
      await writeNote(laptop, channels, 'Bazar')
      const stored = (device: 'phone' | 'laptop') => save.sentence.stored(device)
      await expect(phone.getByTitle(stored('phone'))).toBeVisible()
      await expect(laptop.getByTitle(stored('laptop'))).toBeVisible()

      const [, wawan] = workshop.members
      if (!wawan) throw new Error('there are members')
      const elsewhere = canvasRoom(workshop.workshop, wawan.canvas)
      const filler = await aPerson(hall.origin, elsewhere, wawan.capability)
      await filler.hearsStored(1)
      disk.fill()
      await writeUntilRefused(filler)
      filler.close()
      const toldDashboard = dashboard
        .getByRole('alert')
        .filter({ hasText: around.trouble.serverFull })
      await expect(toldDashboard).toBeVisible()
      const [what, rest] = save.banner.serverFull('phone', true)
      const told = phone.getByRole('status').filter({ hasText: what })
      await write(phone, ['Pasar pagi'])
      await phone.goBack()
      await expect(told).toContainText(rest)
      const header = phone.getByTitle(save.sentence.serverFull('phone', true))
      await expect(header.getByRole('img', { name: common.tick.kept('phone') })).toBeVisible()
      await writeNote(laptop, channels, 'Pesan WA')
      const toldLaptop = laptop.getByRole('alert').filter({ hasText: what })
      await expect(toldLaptop).toContainText(save.banner.serverFull('laptop', true)[1])
      const kept = common.tick.kept('laptop')
      await expect(zoneOn(laptop, channels).getByRole('img', { name: kept })).toHaveCount(1)
      await expect(noteOn(laptop, 'Pasar pagi')).toHaveCount(0)

      disk.free()
      await expect(toldDashboard).toHaveCount(0)
      await expect(told).toHaveCount(0)
      await expect(phone.getByTitle(stored('phone'))).toBeVisible()
      await expect(noteIn(laptop, channels, 'Pasar pagi')).toBeVisible()
      await expect(toldLaptop).toHaveCount(0)
      await expect(laptop.getByTitle(stored('laptop'))).toBeVisible()
      await expect(noteOnPhone(phone, 'Pesan WA')).toBeVisible()
    },
  )

  test('a canvas that is damaged on the disk of the server says so and keeps what is written, another one works', async ({
    hall,
    workshop,
    ninik,
    person,
    sesilyaWithNinik,
    words,
  }) => {
    const { common, save, workshop: around, zones } = words
    const channels = zones.channels.name
    const [hers, his] = workshop.members
    if (!hers || !his) throw new Error('there are members')
    const phone = await still(await ninik('phone'))
    const laptop = await still(await sesilyaWithNinik())
    await openZone(phone, 'channels')
    await write(phone, ['Titip di warung'])
    await phone.goBack()
    await expect(noteIn(laptop, channels, 'Titip di warung')).toBeVisible()
    const stored = (device: 'phone' | 'laptop') => save.sentence.stored(device)
    await expect(phone.getByTitle(stored('phone'))).toBeVisible()

    const damageOrMend = async () => {
      await hall.stop()
      flipSealOf(hall.data, canvasRoom(workshop.workshop, hers.canvas))
      await hall.start()
    }
    await damageOrMend()
    const [what, onPhone] = save.banner.serverDamaged('phone', true)
    const told = phone.getByRole('status').filter({ hasText: what })
    await expect(told).toContainText(onPhone)
    await write(phone, ['Pasar pagi'])
    await phone.goBack()
    const header = phone.getByTitle(save.sentence.serverDamaged('phone', true))
    await expect(header.getByRole('img', { name: common.tick.kept('phone') })).toBeVisible()
    await expectNothingInTheWay(told, 'a canvas on a phone that the server has damaged')
    const toldLaptop = laptop.getByRole('alert').filter({ hasText: what })
    await expect(toldLaptop).toContainText(save.banner.serverDamaged('laptop', true)[1])
    await expectNothingInTheWay(toldLaptop, 'a canvas on a laptop that the server has damaged')

    const other = await person('laptop', hall.link('member', his.capability))
    await writeNote(other, channels, 'Keripik singkong')
    await expect(other.getByTitle(stored('laptop'))).toBeVisible()
    // On another device she finds nothing of hers, and why.
    const elsewhere = await still(await ninik('laptop'))
    const isDamaged = { type: 'damaged', what: 'canvas' } as const
    const why = elsewhere.getByText(troubleText(isDamaged, around, 'member'))
    await expectNothingInTheWay(why, 'a damaged canvas where nothing of it is kept')

    await damageOrMend()
    // Who has signal again tries again at once, and whoever waits a little later.
    for (const page of [phone, laptop, elsewhere]) {
      await page.context().setOffline(true)
      await page.context().setOffline(false)
    }
    await expect(told).toHaveCount(0)
    await expect(toldLaptop).toHaveCount(0)
    await expect(phone.getByTitle(stored('phone'))).toBeVisible()
    await expect(noteIn(laptop, channels, 'Pasar pagi')).toBeVisible()
    await expect(noteIn(elsewhere, channels, 'Pasar pagi')).toBeVisible()
  })

  test('a workshop whose plan is damaged on the disk of the server says so to whoever comes by its links or its code, and on a dashboard that is open', async ({
    hall,
    workshop,
    ninik,
    person,
    sesilya,
    words,
  }) => {
    const { common, workshop: around } = words
    const dashboard = await still(await sesilya())
    await expect(dashboard.getByRole('link', { name: /Bu Ninik/ })).toBeVisible()
    const { joinCode } = await seatsOf(hall.origin, workshop.capability)
    await hall.stop()
    flipSealOf(hall.data, planRoom(workshop.workshop))
    await hall.start()
    const isDamaged = { type: 'damaged', what: 'workshop' } as const
    const toFacilitator = troubleText(isDamaged, around, 'facilitator')
    const toMember = troubleText(isDamaged, around, 'member')
    const told = dashboard.getByRole('alert').filter({ hasText: toFacilitator })
    await expectNothingInTheWay(told, 'a dashboard whose plan the server has damaged')
    await expect(dashboard.getByRole('link', { name: /Bu Ninik/ })).toBeVisible()
    const phone = await still(await ninik('phone'))
    const laptop = await still(await sesilya())
    const newcomer = await still(await person('phone', `${hall.address}/#/j${joinCode.code}`))
    for (const [page, text] of [
      [phone, toMember],
      [laptop, toFacilitator],
      [newcomer, toMember],
    ] as const) {
      await expectNothingInTheWay(page.getByText(text), 'a link to a damaged workshop')
    }
    await hall.stop()
    flipSealOf(hall.data, planRoom(workshop.workshop))
    await hall.start()
    for (const page of [laptop, newcomer]) {
      await page.getByRole('button', { name: common.tryAgain }).click()
    }
    await expect(laptop.getByRole('link', { name: /Bu Ninik/ })).toBeVisible()
    await expect(newcomer.getByText(toMember)).toHaveCount(0)
    // The dashboard goes on by itself.
    await dashboard.context().setOffline(true)
    await dashboard.context().setOffline(false)
    await expect(told).toHaveCount(0)
  })
})
