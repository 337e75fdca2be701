import { memo, useState } from 'react'
import { useMessages } from '../i18n/useMessages.ts'
import type { PersonColour } from '../model/personColour.ts'
import type { Result } from '../model/result.ts'
import type { Member } from '../model/workshop.ts'
import type { SeatState } from '../protocol/api.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { Button } from '../ui/Button.tsx'
import { copyText } from '../ui/copyText.ts'
import { Icon } from '../ui/Icon.tsx'
import { Menu } from '../ui/Menu.tsx'
import { useToast } from '../ui/Toasts.tsx'
import type { Room } from './FacilitatorRoom.tsx'
import type { ShownLink } from './LinkDialog.tsx'
import { LinkDialog } from './LinkDialog.tsx'
import { LiveLinksDialog } from './LiveLinksDialog.tsx'
import styles from './MemberRow.module.css'
import { NameInPlace } from './NameInPlace.tsx'
import { RenameDialog } from './RenameDialog.tsx'
import { RevokeDialog } from './RevokeDialog.tsx'
import { whatsAppShare } from './shareTexts.ts'
import type { Trouble } from './trouble.ts'
import { troubleText } from './trouble.ts'
import { useFacilitatorMessages } from './useFacilitatorMessages.ts'
import type { Links } from './useLinks.ts'
import type { Seats } from './useSeatList.ts'

type MemberRowProps = {
  room: Room
  member: Member
  colour: PersonColour
  /** Null until the server has answered. */
  state: SeatState | null
  online: boolean
  /** The workshop's. */
  title: string
  /** Null while there is no address that others can reach. */
  links: Links | null
  seats: Seats
}

/** One member: whether they are in, their link to copy, send or scan, and the rest under ⋮. */
export const MemberRow = memo(function MemberRow(props: MemberRowProps) {
  const { room, member, colour, state, links, seats } = props
  const words = useFacilitatorMessages().links
  const [shown, setShown] = useState<ShownLink | null>(null)
  const [dialog, setDialog] = useState<'rename' | 'links' | 'revoke' | null>(null)
  const name = member.name || words.nameMissing
  const hasLinks = (state?.capabilities.length ?? 0) > 0
  const { copy, send, show, secondPhone, busy } = useHandingOn(props, setShown)
  const close = () => setDialog(null)
  const disabled = busy || !links
  return (
    <li className={styles.row}>
      <Avatar name={member.name} colour={colour} size={34} />
      <div className={styles.who}>
        {member.name === '' ? (
          <NameInPlace room={room} member={member} onNamed={seats.set} />
        ) : (
          <b>{member.name}</b>
        )}
        <p>{member.business}</p>
      </div>
      <Status {...props} />
      <div className={styles.actions}>
        <Button icon="copy" disabled={disabled} onClick={copy}>
          {words.copy}
        </Button>
        <Button icon="chat" disabled={disabled} onClick={send}>
          {words.whatsapp}
        </Button>
        <Button icon="qr" disabled={disabled} onClick={show}>
          {words.qr}
        </Button>
        <Menu
          label={words.optionsOf(name)}
          items={[
            {
              key: 'second',
              icon: 'phone',
              label: words.secondPhone,
              hint: words.secondPhoneHint,
              disabled: !links,
              onChoose: secondPhone,
            },
            {
              key: 'rename',
              icon: 'pencil',
              label: words.rename,
              onChoose: () => setDialog('rename'),
            },
            ...(hasLinks
              ? [
                  {
                    key: 'links',
                    icon: 'link',
                    label: words.seeLinks,
                    hint: words.seeLinksHint,
                    onChoose: () => setDialog('links'),
                  },
                  {
                    key: 'revoke',
                    icon: 'lock',
                    label: words.revoke,
                    hint: words.revokeHint,
                    alarm: true,
                    onChoose: () => setDialog('revoke'),
                  },
                ]
              : []),
          ]}
        />
      </div>
      {shown && <LinkDialog shown={shown} onClose={() => setShown(null)} />}
      {dialog === 'rename' && (
        <RenameDialog room={room} member={member} onRenamed={seats.set} onClose={close} />
      )}
      {dialog === 'links' && state && (
        <LiveLinksDialog room={room} state={state} name={name} seats={seats} onClose={close} />
      )}
      {dialog === 'revoke' && (
        <RevokeDialog
          room={room}
          seat={member.seat}
          name={name}
          onRevoked={seats.set}
          onClose={close}
        />
      )}
    </li>
  )
})

/** The ways in which a link goes out. It is made at the press: the server keeps hashes alone. */
function useHandingOn(
  { member, title, links, seats }: MemberRowProps,
  setShown: (shown: ShownLink) => void,
) {
  const { workshop } = useMessages()
  const words = useFacilitatorMessages().links
  const toast = useToast()
  const [busy, setBusy] = useState(false)
  const name = member.name || words.nameMissing
  const shownLink = (link: string, dialogTitle: string): ShownLink => ({
    title: dialogTitle,
    hint: words.qrHint,
    link,
    message: words.memberMessage(member.name, title, link),
    copied: words.copied(name),
  })
  const withLink = async (
    made: (links: Links) => Promise<Result<string, Trouble>>,
    use: (link: string) => void | Promise<void>,
  ) => {
    if (!links) return
    setBusy(true)
    const link = await made(links)
    setBusy(false)
    if (!link.ok) {
      toast({ icon: 'signal-off', text: troubleText(link.error, workshop) })
      return
    }
    seats.reload()
    await use(link.value)
  }
  const own = async (links: Links) => {
    const known = await links.forgetRevoked()
    return known.ok ? links.of(member.seat) : known
  }
  const showIn = (dialogTitle: string) => (link: string) => setShown(shownLink(link, dialogTitle))
  return {
    busy,
    copy: () =>
      void withLink(own, async (link) => {
        if (await copyText(link)) toast({ icon: 'check', text: words.copied(name) })
        else showIn(words.linksOf(name))(link)
      }),
    send: () =>
      void withLink(own, (link) => {
        const chat = window.open(whatsAppShare(words.memberMessage(member.name, title, link)))
        // A browser that blocks the window leaves the dialog, where the same is one more press away.
        if (chat) chat.opener = null
        else showIn(words.linksOf(name))(link)
      }),
    show: () => void withLink(own, showIn(words.qrOf(name))),
    secondPhone: () =>
      void withLink((links) => links.another(member.seat), showIn(words.secondPhoneOf(name))),
  }
}

function Status({ member, state, online }: MemberRowProps) {
  const words = useFacilitatorMessages().links
  const devices = state?.capabilities.filter((each) => each.lastUsedAtMs !== null).length ?? 0
  const revoked = state !== null && state.capabilities.length === 0 && member.joinedAtMs !== null
  const inside = member.joinedAtMs !== null && !revoked
  return (
    <div className={styles.states}>
      <span className={`${styles.state} ${inside ? styles.inside : ''}`}>
        <i className={online ? styles.online : ''} aria-hidden="true" />
        {revoked
          ? words.statusNoLink
          : online
            ? words.statusOnline
            : inside
              ? words.statusInside
              : words.statusNever}
      </span>
      {devices > 1 && (
        <span className={styles.devices}>
          <Icon name="phone" size={14} />
          {words.devices(devices)}
        </span>
      )}
    </div>
  )
}
