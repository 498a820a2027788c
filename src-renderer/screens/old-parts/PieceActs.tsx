import { useState } from 'react'
import { mayDo } from '#domain/permissions'
import { returnedPartAction, type ReturnedPartEvent } from '#domain/returned-part'
import { useMe } from '../../frame/session.ts'
import { useText } from '../../messages/index.ts'
import { Button } from '../../ui/Button.tsx'
import { mostChosenRows } from '../../ui/grid/use-chosen.ts'
import { LabelDialog } from './LabelDialog.tsx'
import { CollectDialog, ExemptDialog, LoseDialog } from './PieceDialogs.tsx'
import { PrintDialog } from '../../frame/print/PrintDialog.tsx'
import { mayTake, type Piece } from './part-words.ts'

type Act = 'collect' | 'label' | 'exempt' | 'lose'
const acts = [
  { event: 'collect', hotkey: 'F2', word: 'collectOf', plain: 'collect' },
  { event: 'label', hotkey: 'F4', word: 'labelOf', plain: 'label' },
  { event: 'exempt', hotkey: 'F8', word: 'exemptOf', plain: 'exempt' },
  { event: 'lose', hotkey: 'F9', word: 'loseOf', plain: 'lose' },
] as const satisfies readonly { readonly event: Act; readonly hotkey: string; readonly word: string; readonly plain: string }[]

type Props = {
  readonly view: string
  /** the chosen ones, or the one the cursor is on */ readonly pieces: readonly Piece[]
  /** how many are chosen: none, and the acts are for the one of the cursor */ readonly chosen: number
  readonly onDone: () => void
}

/** What can be done to the chosen pieces, each with its key; the count says how many of them may take the step. */
export function PieceActs({ view, pieces, chosen, onDone }: Props) {
  const text = useText('oldParts')
  const me = useMe()
  const isChosen = chosen > 0
  const [open, setOpen] = useState<{ readonly act: Act; readonly pieces: readonly Piece[] } | null>(null)
  const [printing, setPrinting] = useState<readonly number[] | null>(null)
  const may = (event: ReturnedPartEvent) => {
    const action = returnedPartAction[event]
    return action !== 'system' && mayDo(me.role, action)
  }
  const labels = pieces.flatMap(({ paperId }) => (paperId === null ? [] : [paperId]))
  const close = () => setOpen(null)
  const done = () => {
    close()
    onDone()
  }
  const isIdle = open === null && printing === null
  return (
    <div className="piece-acts">
      {acts
        .filter(({ event }) => may(event))
        .map(({ event, hotkey, word, plain }) => {
          const able = pieces.filter((piece) => mayTake(piece, event))
          return (
            <Button
              key={event}
              size="small"
              kind={event === 'label' && view === 'toLabel' ? 'primary' : 'plain'}
              hotkey={isIdle ? hotkey : ''}
              disabled={able.length === 0}
              onClick={() => setOpen({ act: event, pieces: able })}
            >
              {able.length > 0 && isChosen ? text(word, { count: able.length }) : text(plain)}
            </Button>
          )
        })}
      <Button size="small" hotkey={isIdle ? 'Ctrl+P' : ''} disabled={labels.length === 0} onClick={() => setPrinting(labels)}>
        {labels.length > 0 && isChosen ? text('printLabelsOf', { count: labels.length }) : text('printLabels')}
      </Button>
      <span className="spring" />
      <span className="muted small">
        {chosen > mostChosenRows
          ? text('chosenTooMany', { count: chosen, most: mostChosenRows })
          : isChosen
            ? text('chosen', { count: chosen })
            : text('chooseFirst')}
      </span>
      {open?.act === 'collect' && <CollectDialog pieces={open.pieces} onClose={close} onDone={done} />}
      {open?.act === 'exempt' && <ExemptDialog pieces={open.pieces} onClose={close} onDone={done} />}
      {open?.act === 'lose' && <LoseDialog pieces={open.pieces} onClose={close} onDone={done} />}
      {open?.act === 'label' && (
        <LabelDialog
          pieces={open.pieces}
          onClose={close}
          onLabelled={(ids) => {
            done()
            setPrinting(ids)
          }}
        />
      )}
      {printing !== null && (
        <PrintDialog title={text('printLabelsOf', { count: printing.length })} ids={printing} onClose={() => setPrinting(null)} />
      )}
    </div>
  )
}
