import { useId } from 'react'
import { Link } from 'react-router'
import { labelsPerSheet, type PaperLook, type ProfileName, roundedMm } from '#domain/paper-stock'
import { useText, useWord } from '../../messages/index.ts'
import { TickInput } from '../../ui/fields/inputs.tsx'
import { WordInput } from '../../ui/fields/SelectInput.tsx'
import { readSeatPrinting, type FormStock, type Printing } from './seat-printing.ts'

type Props = {
  readonly stock: FormStock
  readonly printing: Printing
  readonly look: PaperLook
  readonly onChange: (look: PaperLook) => void
}

/** The paper a look comes out on. */
export function paperOf(look: PaperLook, { profiles }: FormStock): ProfileName {
  return look.profile === 'default' ? (profiles[0] ?? 'A4P') : look.profile
}

/** What comes out of which printer on which paper, and another paper for this once. */
export function PaperChoice({ stock, printing, look, onChange }: Props) {
  const text = useText('printing')
  const word = useWord()
  const paper = paperOf(look, stock)
  const { x, y, drift } = look.offset
  const said = [
    printing.printer ?? text('dialogAsks'),
    ...(look.dataOnly ? [text('dataOnlySaid')] : []),
    ...(x === 0 && y === 0 && drift === 0 ? [] : [text('offsetSaid', { x: roundedMm(x), y: roundedMm(y), drift: roundedMm(drift) })]),
  ]
  const choose = (profile: ProfileName | null) => {
    if (profile === null) return
    const isSeats = profile === printing.paper
    onChange({
      ...look,
      profile,
      grid: profile === 'grid' ? readSeatPrinting().grid : null,
      startAt: 1,
      offset: isSeats ? printing.look.offset : { x: 0, y: 0, drift: 0 },
    })
  }
  return (
    <div className="paper-choice">
      <span className="paper-choice-paper">
        {stock.profiles.length > 1 ? (
          <WordInput aria-label={text('paper')} table="paperStock" codes={[...stock.profiles]} value={paper} onChange={choose} />
        ) : (
          <b>{word('paperStock', paper)}</b>
        )}
      </span>
      <TickInput value={look.dataOnly} onChange={(dataOnly) => onChange({ ...look, dataOnly })}>
        {text('dataOnly')}
      </TickInput>
      <LabelPlaces look={look} onChange={onChange} />
      <span className="muted small">{said.join(' · ')}</span>
      <Link className="link small" to="/settings?part=printing">
        {text('assign')}
      </Link>
    </div>
  )
}

/** Begins where the sheet is still unused. */
function LabelPlaces({ look, onChange }: Pick<Props, 'look' | 'onChange'>) {
  const text = useText('printing')
  const name = useId()
  const count = labelsPerSheet(look.profile, look.grid)
  if (count < 2) return null
  const columns = look.grid?.columns ?? 2
  return (
    <>
      <div
        className="label-places"
        role="radiogroup"
        aria-labelledby={name}
        title={text('startHint')}
        style={{ gridTemplateColumns: `repeat(${columns}, 26px)` }}
      >
        {Array.from({ length: count }, (_, index) => index + 1).map((place) => (
          <button
            key={place}
            type="button"
            role="radio"
            aria-checked={look.startAt === place}
            aria-label={text('place', { place })}
            data-used={place < look.startAt}
            onClick={() => onChange({ ...look, startAt: place })}
          >
            {place}
          </button>
        ))}
      </div>
      <span id={name} className="muted small">
        {text('startAt')}
      </span>
    </>
  )
}
