import { useMessages } from '../i18n/useMessages.ts'
import type { BlockId } from '../model/zones.ts'
import { BLOCKS } from '../model/zones.ts'
import { Icon } from '../ui/Icon.tsx'
import { Tick } from '../ui/Tick.tsx'
import styles from './LandingArt.module.css'

/** How many of its example notes each block shows, so that the picture looks like an afternoon's work. */
const SHOWN: Record<BlockId, number> = {
  'customer-segments': 3,
  'value-propositions': 3,
  channels: 2,
  'customer-relationships': 2,
  'revenue-streams': 3,
  'key-activities': 2,
  'key-resources': 2,
  'key-partners': 3,
  'cost-structure': 3,
}

/** A canvas being filled and the phone that fills it: an illustration, made of the product's own examples. */
export function LandingArt() {
  const { zones, workshop, common } = useMessages()
  const words = workshop.landing
  const offer = zones['value-propositions']
  return (
    <div className={styles.art} aria-hidden="true">
      <div className={styles.sheet}>
        {BLOCKS.map((block) => {
          const texts = zones[block.id]
          const { column, columnSpan, row, rowSpan } = block.grid ?? FULL
          return (
            <div
              key={block.id}
              className={`${styles.block} paper-${block.colour} ${block.id === 'value-propositions' ? styles.now : ''} ${row === 3 ? styles.low : ''}`}
              style={{ gridArea: `${row} / ${column} / span ${rowSpan} / span ${columnSpan}` }}
            >
              <p className={styles.heading}>
                <span>
                  <Icon name={block.icon} size={18} />
                </span>
                {texts.name}
              </p>
              <div className={styles.notes}>
                {texts.examples.food.slice(0, SHOWN[block.id as BlockId]).map((example) => (
                  <p className={`${styles.note} sticky`} key={example}>
                    {example}
                  </p>
                ))}
              </div>
            </div>
          )
        })}
        <span className={`${styles.cursor} person-3`}>
          <svg width="26" height="28" viewBox="0 0 22 24" aria-hidden="true">
            <path
              d="M2 1.8 19 11.6l-7.7 1.6-3.9 7.2z"
              fill="var(--pc)"
              stroke="#fff"
              strokeWidth="1.8"
              strokeLinejoin="round"
            />
          </svg>
          <b>{words.artFacilitator}</b>
        </span>
      </div>
      <div className={styles.phone}>
        <div className={styles.screen}>
          <p className={styles.who}>
            {words.artMember}
            <Tick state="stored" label={common.tick.stored} height={14} />
          </p>
          <p className={styles.question}>
            <span>{offer.nickname}</span>
            {offer.questions[0]}
          </p>
          {offer.examples.food.slice(0, 2).map((example) => (
            <p className={`${styles.note} sticky paper-kunyit`} key={example}>
              {example}
            </p>
          ))}
          <p className={styles.write}>
            <Icon name="plus" size={20} />
            {words.artWrite}
          </p>
        </div>
      </div>
    </div>
  )
}

const FULL = { column: 1, columnSpan: 1, row: 1, rowSpan: 1 }
