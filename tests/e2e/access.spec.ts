import type { CanvasId } from '../../src/model/ids.ts'
import { canvasRoom } from '../../src/protocol/roomName.ts'
import { subprotocols } from '../../src/protocol/version.ts'
import { zoneOn } from '../support/canvasPage.ts'
import { expect, test } from '../support/people.ts'

test("a member's link does not open another member's canvas", async ({ hall, workshop, ninik }) => {
  const [own, others] = workshop.members
  if (!own || !others) throw new Error('no members')
  const member = await ninik('laptop')
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
        protocols: subprotocols(own.capability),
      },
    )
  expect(await closedWith(others.canvas)).toBe(4404)
  expect(await closedWith(own.canvas)).toBe(0)

  await member.goto(`${hall.address}/#/w/${workshop.workshop}/c/${others.canvas}`)
  await expect(
    member.getByRole('heading', { name: 'Workshop ini belum dibuka di sini' }),
  ).toBeVisible()
})
