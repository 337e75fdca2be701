/** Small pictures of a canvas. They belong to the board, which this part does not know: `app` hands them down. */
import type { ComponentType } from 'react'
import { createContext, useContext } from 'react'
import type { CanvasView } from '../model/canvas.ts'
import type { CanvasSession } from '../sync/session.ts'

export type Pictures = {
  Picture: ComponentType<{ view: CanvasView; size?: 'small' | 'large' }>
  LivePicture: ComponentType<{ session: CanvasSession }>
}

const none = () => null
export const PicturesContext = createContext<Pictures>({ Picture: none, LivePicture: none })
export const usePictures = (): Pictures => useContext(PicturesContext)
