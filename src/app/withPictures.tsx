import type { ComponentType } from 'react'
import { LiveMiniCanvas } from '../board/LiveMiniCanvas.tsx'
import { MiniCanvas } from '../board/MiniCanvas.tsx'
import { PicturesContext } from '../workshop/pictures.ts'

const PICTURES = { Picture: MiniCanvas, LivePicture: LiveMiniCanvas }

/** A screen of `workshop` with the small pictures that the board draws; the two meet here alone. */
export const withPictures = <P extends object>(Screen: ComponentType<P>): ComponentType<P> =>
  function WithPictures(props: P) {
    return (
      <PicturesContext.Provider value={PICTURES}>
        <Screen {...props} />
      </PicturesContext.Provider>
    )
  }
