import { useMessages } from '../../i18n/useMessages.ts'
import { useHistory } from '../../sync/useCanvas.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { useBoard } from '../boardContext.ts'
import type { BoardProps } from '../boardProps.ts'
import { ExamplePill } from '../ExamplePill.tsx'
import { PeopleHere } from '../PeopleHere.tsx'
import { SaveStateButton } from '../SaveState.tsx'
import { Tabs } from '../Tabs.tsx'
import styles from './DeskHeader.module.css'

type DeskHeaderProps = Pick<BoardProps, 'example' | 'onBack' | 'backLabel' | 'onPrint' | 'menu'>

export function DeskHeader({ example, onBack, backLabel, onPrint, menu }: DeskHeaderProps) {
  const { owner, canEdit } = useBoard()
  const { board, common } = useMessages()
  return (
    <header className={styles.header}>
      {onBack ? (
        <button
          type="button"
          className={styles.home}
          aria-label={backLabel ?? board.allCanvases}
          title={backLabel ?? board.allCanvases}
          onClick={onBack}
        >
          <Icon name="left" size={20} />
          <Mark size={30} />
        </button>
      ) : (
        <span className={styles.home}>
          <Mark size={30} />
        </span>
      )}
      <div className={styles.owner}>
        <h1 dir="auto">{owner.name || common.noName}</h1>
        {owner.business && <p dir="auto">{owner.business}</p>}
      </div>
      <Tabs />
      {example && <ExamplePill />}
      <span className={styles.grow} />
      <SaveStateButton />
      <PeopleHere />
      {canEdit && <UndoGroup />}
      {onPrint && (
        <Button icon="print" className={styles.print} title={board.print} onClick={onPrint}>
          <span className={styles.printWord}>{board.print}</span>
        </Button>
      )}
      {menu && menu.length > 0 && <Menu label={common.more} items={menu} />}
    </header>
  )
}

function UndoGroup() {
  const { session, actions } = useBoard()
  const words = useMessages().board
  const { canUndo, canRedo } = useHistory(session)
  return (
    // A press must not take the focus out of a field that is being written in: undo is for its words then.
    // biome-ignore lint/a11y/noStaticElementInteractions: nothing to operate here, the buttons are
    <span className={styles.group} onMouseDown={(event) => event.preventDefault()}>
      <IconButton icon="undo" label={words.undo} disabled={!canUndo} onClick={actions.undo} />
      <IconButton icon="redo" label={words.redo} disabled={!canRedo} onClick={actions.redo} />
    </span>
  )
}
