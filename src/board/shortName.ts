/** "Strategi SO (Kekuatan-Peluang)": where room is short, what stands in brackets is left out. */
export const shortName = (name: string): string => name.split(' (')[0] ?? name
