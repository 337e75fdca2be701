import { useMessages } from '../../i18n/useMessages.ts'
import { useHistory } from '../../sync/useCanvas.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Mark } from '../../ui/Mark.tsx'
import type { MenuItem } from '../../ui/Menu.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { useBoard } from '../boardContext.ts'
import type { BoardProps } from '../boardProps.ts'
import { ExamplePill } from '../ExamplePill.tsx'
import { PeopleHere } from '../PeopleHere.tsx'
import { SaveStateButton } from '../SaveState.tsx'
import { Tabs } from '../Tabs.tsx'
import styles from './DeskHeader.module.css'

type DeskHeaderProps = Pick<BoardProps, 'example' | 'onBack' | 'backLabel' | 'onPrint' | 'menu'> & {
  onPresent(): void
  onShortcuts(): void
}

export function DeskHeader(props: DeskHeaderProps) {
  const { example, onBack, backLabel, onPrint, onPresent, onShortcuts, menu = [] } = props
  const { owner, canEdit } = useBoard()
  const { board, common, desk } = useMessages()
  const shortcuts: MenuItem = {
    key: 'shortcuts',
    icon: 'keyboard',
    label: desk.shortcuts,
    shortcut: '?',
    onChoose: onShortcuts,
  }
  const items = canEdit ? [...menu, shortcuts] : menu
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
      <Button
        look="primary"
        icon="screen"
        className={styles.print}
        title={desk.present}
        onClick={onPresent}
      >
        <span className={styles.printWord}>{desk.present}</span>
      </Button>
      {items.length > 0 && <Menu label={common.more} items={items} />}
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
