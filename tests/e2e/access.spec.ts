import type { CanvasId } from '../../src/model/ids.ts'
import { canvasRoom } from '../../src/protocol/roomName.ts'
import { subprotocols } from '../../src/protocol/version.ts'
import { writeNote, zoneOn } from '../support/canvasPage.ts'
import { expect, test } from '../support/people.ts'

test("a member's link does not open another member's canvas", async ({
  hall,
  workshop,
  person,
}) => {
  const [ninik, wawan] = workshop.members
  if (!ninik || !wawan) throw new Error('no members')
  const member = await person('laptop', hall.link('member', ninik.capability))
  await expect(zoneOn(member, 'Saluran')).toBeVisible()

  const closedWith = (canvas: string) =>
    member.evaluate(
      ({ path, protocols }) =>
        new Promise<number>((resolve) => {
          const socket = new WebSocket(`ws://${location.host}/sync/${path}`, protocols)
          socket.onclose = (event) => resolve(event.code)
          socket.onmessage = () => resolve(0)
        }),
      {
        path: canvasRoom(workshop.workshop, canvas as CanvasId),
        protocols: subprotocols(ninik.capability),
      },
    )
  expect(await closedWith(wawan.canvas)).toBe(4404)
  expect(await closedWith(ninik.canvas)).toBe(0)

  await member.goto(`${hall.address}/#/w/${workshop.workshop}/c/${wawan.canvas}`)
  await expect(zoneOn(member, 'Saluran')).toHaveCount(0)
})

test('no capability is found in anything the server prints', async ({ hall, workshop, person }) => {
  const [ninik] = workshop.members
  if (!ninik) throw new Error('no member')
  const member = await person('laptop', hall.link('member', ninik.capability))
  await writeNote(member, 'Saluran', 'Rahasia')
  await hall.kill()
  expect(hall.output()).toContain('http://localhost:')
  for (const capability of [ninik.capability, workshop.capability]) {
    expect(hall.output()).not.toContain(capability)
  }
  await hall.start()
})
