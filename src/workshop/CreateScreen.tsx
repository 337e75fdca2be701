import type { FormEvent } from 'react'
import { useCallback, useDeferredValue, useId, useMemo, useState } from 'react'
import { useMessages } from '../i18n/useMessages.ts'
import { LIMITS } from '../model/limits.ts'
import { rosterMembers } from '../model/roster.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useIsPhone } from '../ui/useMediaQuery.ts'
import styles from './CreateScreen.module.css'
import type { CreateDraft } from './createDraft.ts'
import { CREATE_DRAFT, membersDraft, readCreateDraft } from './createDraft.ts'
import { Field } from './Field.tsx'
import { keepCreated } from './keepSeat.ts'
import { RosterPanel } from './RosterPanel.tsx'
import { RosterText } from './RosterText.tsx'
import type { KeyedLine, RosterDraft } from './rosterDraft.ts'
import { answersByLine, leftOver, readRoster } from './rosterDraft.ts'
import { useServices } from './services.ts'
import { TopBar } from './TopBar.tsx'
import type { Trouble } from './trouble.ts'
import { troubleText } from './trouble.ts'
import { useDocumentTitle } from './useDocumentTitle.ts'
import type { Draft, DraftState } from './useDraft.ts'
import { useDraft } from './useDraft.ts'
import { useFacilitatorMessages } from './useFacilitatorMessages.ts'

export function CreateScreen() {
  const draft = useDraft(CREATE_DRAFT, readCreateDraft)
  return draft.value && <CreateForm draft={draft} value={draft.value} />
}

type CreateFormProps = { draft: Draft<CreateDraft>; value: CreateDraft }

/** Pasted lines and what was understood stand side by side; a doubtful line is asked in place and stops nothing. */
function CreateForm({ draft, value }: CreateFormProps) {
  const { workshop } = useMessages()
  const words = useFacilitatorMessages()
  const roster = useDeferredValue(value.roster)
  const lines = useMemo(() => readRoster(roster), [roster])
  const { create, creating, titleMissing, trouble } = useCreate(draft, value)
  const rosterTitle = useId()
  const set = (change: Partial<CreateDraft>) => draft.change((before) => ({ ...before, ...change }))
  const changeRoster = useCallback(
    (change: (before: RosterDraft) => RosterDraft) =>
      draft.change((before) => ({ ...before, roster: change(before.roster) })),
    [draft.change],
  )
  useDocumentTitle(words.create.title)
  return (
    <div className={styles.screen}>
      <TopBar
        back
        home="#/"
        homeLabel={words.shell.back}
        title={words.create.title}
        subtitle={words.create.hint}
      >
        <KeptState state={draft.state} />
      </TopBar>
      <main className={styles.main}>
        <form className={styles.columns} onSubmit={(event) => create(event, lines)}>
          <section className={styles.panel} aria-label={words.create.title}>
            <div className={styles.fields}>
              <Field
                label={words.create.name}
                large
                value={value.title}
                maxLength={LIMITS.titleLength}
                placeholder={words.create.namePlaceholder}
                problem={
                  titleMissing && value.title.trim() === '' ? words.create.nameMissing : null
                }
                onChange={(event) => set({ title: event.target.value })}
              />
              <Field
                label={words.create.you}
                icon="people"
                value={value.facilitatorName}
                maxLength={LIMITS.nameLength}
                placeholder={words.create.youPlaceholder}
                onChange={(event) => set({ facilitatorName: event.target.value })}
              />
              <Field
                label={words.create.place}
                icon="pin"
                value={value.place}
                maxLength={LIMITS.placeLength}
                placeholder={words.create.placePlaceholder}
                onChange={(event) => set({ place: event.target.value })}
              />
              <Field
                label={words.create.date}
                type="date"
                value={value.date}
                onChange={(event) => set({ date: event.target.value })}
              />
            </div>
            <div className={styles.roster}>
              <div className={styles.rosterHead}>
                <h2 id={rosterTitle}>{words.roster.title}</h2>
                <p>{words.roster.hint}</p>
              </div>
              <RosterText
                text={value.roster.text}
                lines={lines}
                labelledBy={rosterTitle}
                onChange={(text) => changeRoster((before) => ({ ...before, text }))}
              />
            </div>
          </section>
          <RosterPanel
            lines={lines}
            onChange={changeRoster}
            emptyHint={words.create.laterHint}
            news={
              trouble && (
                <Notice tone="soft" icon="signal-off">
                  {troubleText(trouble, workshop)}
                </Notice>
              )
            }
          >
            <Button
              type="submit"
              look="primary"
              size="main"
              icon="plus"
              disabled={creating}
              className={styles.create}
            >
              {creating ? words.create.creating : words.create.create}
            </Button>
          </RosterPanel>
        </form>
      </main>
    </div>
  )
}

/** What the button does: makes the workshop, keeps its key here, and keeps the lines that were not made members. */
function useCreate(draft: Draft<CreateDraft>, value: CreateDraft) {
  const { api, device, replace } = useServices()
  const [creating, setCreating] = useState(false)
  const [titleMissing, setTitleMissing] = useState(false)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const make = async (lines: readonly KeyedLine[]) => {
    const { title, place, date, facilitatorName } = value
    const members = rosterMembers(lines, answersByLine(lines))
    const created = await api.createWorkshop({ title, place, date, facilitatorName, members })
    if (!created.ok) {
      setTrouble(created.error)
      setCreating(false)
      return
    }
    await keepCreated(device, created.value, { title, name: facilitatorName, example: false })
    const left = leftOver(lines)
    const { workshop } = created.value
    if (left.length > 0) {
      const rest: RosterDraft = { text: left.join('\n'), answers: {} }
      await device.drafts.put(membersDraft(workshop), JSON.stringify(rest))
    }
    await draft.remove()
    replace({ type: 'links', workshop })
  }
  return {
    creating,
    titleMissing,
    trouble,
    create(event: FormEvent, lines: readonly KeyedLine[]) {
      event.preventDefault()
      const missing = value.title.trim() === ''
      setTitleMissing(missing)
      if (missing || creating) return
      setTrouble(null)
      setCreating(true)
      void make(lines)
    },
  }
}

/** Said only while it is true: between a keystroke and the disk it says nothing. */
function KeptState({ state }: { state: DraftState }) {
  const words = useFacilitatorMessages().create
  const kind = useIsPhone() ? 'phone' : 'laptop'
  return (
    <span className={styles.kept} role="status">
      {state === 'kept' && (
        <>
          <Icon name="check" size={18} />
          {words.keptHere[kind]}
        </>
      )}
      {state === 'refused' && words.notKept}
    </span>
  )
}
