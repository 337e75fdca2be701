/** What searches the output of the whole browser run for links would find one. */
import { expect, it } from 'vitest'
import { leakedLinks } from '../support/leakedLinks.ts'
import { aServer, aWorkshop, call, roomOf, temporaryFolder } from '../support/server.ts'

it('a link is found wherever it stands, whoever was given it, and nothing that only looks like one', async () => {
  const folder = temporaryFolder()
  const data = `${folder.path}/guyub.sqlite`
  const server = await aServer({ data })
  const workshop = await aWorkshop(server.origin)
  const { body } = await call(server.origin, 'POST', '/api/samples', { body: { language: 'id' } })
  await server.close()
  const [ninik] = workshop.members
  const links = [workshop.capability, ninik?.capability ?? '', Object(body).capability as string]
  const harmless = `room ${roomOf(workshop)} ${ninik?.seat}`
  expect(leakedLinks(data, harmless)).toEqual([])
  const [first, second, third] = links
  const text = `${harmless}\nGET /x?cap=${first}&y=1\ncap.${second}, http://x/#/f${third}yz`
  expect(leakedLinks(data, text)).toEqual(links)
  folder.remove()
})
