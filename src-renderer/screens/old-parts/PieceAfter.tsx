import { useState } from 'react'
import { mayDo } from '#domain/permissions'
import { returnedPartAction, returnedPartMachine } from '#domain/returned-part'
import { codesOf, disposal, type Disposal } from '#domain/words'
import { useApiCommand, type ApiOutput } from '../../api.ts'
import { useMe } from '../../frame/session.ts'
import { useText, useWord } from '../../messages/index.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog, ReasonDialog } from '../../ui/Dialog.tsx'
import { SelectInput } from '../../ui/fields/SelectInput.tsx'
import { eventWord } from './part-words.ts'

type Detail = ApiOutput<'returnedParts', 'get'>
const events = ['accept', 'acceptPartly', 'reject', 'appeal', 'dispose'] as const
type After = (typeof events)[number]

/** What follows the maker's first word on a piece, which is given with its shipment: 申诉, the answer to it, 处置. */
export function PieceAfter({ piece }: { readonly piece: Detail }) {
  const text = useText('oldParts')
  const { role } = useMe()
  const [asked, setAsked] = useState<After | null>(null)
  const next = events.filter((event) => {
    const action = returnedPartAction[event]
    return returnedPartMachine[piece.status][event] !== undefined && action !== 'system' && mayDo(role, action)
  })
  if (next.length === 0 || piece.status === 'received') return null
  return (
    <div className="piece-after">
      {next.map((event) => (
        <Button key={event} size="small" onClick={() => setAsked(event)}>
          {eventWord(event, text)}
        </Button>
      ))}
      {asked !== null && <AfterDialog event={asked} piece={piece} onClose={() => setAsked(null)} />}
    </div>
  )
}

function AfterDialog({ event, piece, onClose }: { readonly event: After; readonly piece: Detail; readonly onClose: () => void }) {
  const text = useText('oldParts')
  const word = useWord()
  const { run, running, refusal } = useApiCommand('returnedParts', 'step')
  const [where, setWhere] = useState<Disposal | null>(null)
  const take = async (reason: string) => {
    if ((await run({ ids: [piece.id], event, reason, disposal: where })) !== null) onClose()
  }
  const verb = eventWord(event, text)
  const said = { title: `${verb} · ${piece.labelNo}`, open: true, onClose, refusal }
  if (event === 'appeal' || event === 'reject' || event === 'acceptPartly')
    return (
      <ReasonDialog {...said} word={verb} running={running} onReason={take}>
        <p className="muted">{text(event === 'appeal' ? 'appealHint' : 'appealAnswerHint')}</p>
      </ReasonDialog>
    )
  return (
    <Dialog {...said} act={{ word: verb, running, disabled: event === 'dispose' && where === null, run: () => take('') }}>
      <p className="muted">{text(event === 'dispose' ? 'disposeHint' : 'appealAnswerHint')}</p>
      {event === 'dispose' && (
        <SelectInput
          aria-label={text('disposal')}
          value={where}
          onChange={setWhere}
          choices={codesOf(disposal).map((value) => ({ value, label: word('disposal', value) }))}
        />
      )}
    </Dialog>
  )
}
