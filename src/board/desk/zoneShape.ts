/** `column`: tall, one note a row; `half`: short, two; `band`: wide, four; `quadrant`: SWOT; `cell`: a strategy's. */
export type ZoneShape = 'column' | 'half' | 'band' | 'quadrant' | 'cell'
