import { describe, expect, it } from 'vitest'
import { kindOfBusiness } from '../../src/board/kindOfBusiness.ts'

describe('the kind of a business', () => {
  it.each([
    ['Penjahit Bu Rika', 'service'],
    ['Jasa desain dan printing', 'service'],
    ['Layanan laundry', 'service'],
    ['jahit tas', 'service'],
    ['Tailor', 'service'],
    ['Toko kelontong', 'craft-retail'],
    ['Anyaman bambu', 'craft-retail'],
    ['Keripik Singkong', 'food'],
    ['Tahu Walik Kasih', 'food'],
    ["Katering Erdy's Kitchen", 'food'],
    ['Toko kue', 'food'],
  ])('is told by its own name: %s', (business, kind) => {
    expect(kindOfBusiness(business)).toBe(kind)
  })

  it.each(['', 'Lestari', 'Budidaya Jamur', 'Tasya & Co.', 'Esti'])(
    'is not known where the name says nothing: %s',
    (business) => {
      expect(kindOfBusiness(business)).toBe(null)
    },
  )
})
