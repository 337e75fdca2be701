/** A count at the head of a sentence: in words up to ten ("Dua catatan"), in figures above ("14 catatan"). */
const inWords = (words: string) => {
  const numbers = words.split(' ')
  return (count: number): string => numbers[count - 1] ?? String(count)
}

export const headNumberId = inWords('Satu Dua Tiga Empat Lima Enam Tujuh Delapan Sembilan Sepuluh')
export const headNumberEn = inWords('One Two Three Four Five Six Seven Eight Nine Ten')
