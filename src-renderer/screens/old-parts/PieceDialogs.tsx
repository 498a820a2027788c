import { useState } from 'react'
import type { Bearer } from '#domain/words'
import { useApiCommand } from '../../api.ts'
import { BearerDialog } from '../../frame/BearerDialog.tsx'
import { useText } from '../../messages/index.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextAreaInput, TextInput } from '../../ui/fields/inputs.tsx'
import type { Piece } from './part-words.ts'

type Props = { readonly pieces: readonly Piece[]; readonly onClose: () => void; readonly onDone: () => void }

function usePieceStep({ pieces, onDone }: Props, event: string) {
  const { run, running, refusal } = useApiCommand('returnedParts', 'step')
  const take = async (said: { readonly reason?: string; readonly storageBin?: string; readonly bearer?: Bearer }) => {
    if ((await run({ ids: pieces.map(({ id }) => id), event, ...said })) !== null) onDone()
  }
  return { take, running, refusal }
}

/** 旧件入库: the shelf is offered as the first piece has it. */
export function CollectDialog(props: Props) {
  const { pieces, onClose } = props
  const text = useText('oldParts')
  const { take, running, refusal } = usePieceStep(props, 'collect')
  const [bin, setBin] = useState(pieces[0]?.storageBin ?? '')
  return (
    <Dialog
      title={text('collectOf', { count: pieces.length })}
      open
      onClose={onClose}
      refusal={refusal}
      act={{ word: text('collect'), running, run: () => take({ storageBin: bin.trim() }) }}
    >
      <label className="field-label" htmlFor="bin">
        {text('bin')}
      </label>
      <TextInput id="bin" value={bin} onChange={setBin} maxLength={20} upperCase autoFocus placeholder={text('binHint')} />
      <p className="muted">{text('collectHint')}</p>
    </Dialog>
  )
}

/** M01 needs no reason, M02 the words of who approved it. */
export function ExemptDialog(props: Props) {
  const { pieces, onClose } = props
  const text = useText('oldParts')
  const { take, running, refusal } = usePieceStep(props, 'exempt')
  const [reason, setReason] = useState('')
  return (
    <Dialog
      title={text('exemptOf', { count: pieces.length })}
      open
      onClose={onClose}
      refusal={refusal}
      act={{ word: text('exempt'), danger: true, running, run: () => take({ reason: reason.trim() }) }}
    >
      <p className="muted">{text('exemptHint')}</p>
      <label className="field-label" htmlFor="exempt-reason">
        {text('exemptReason')}
      </label>
      <TextAreaInput id="exempt-reason" value={reason} onChange={setReason} maxLength={200} rows={2} autoFocus />
    </Dialog>
  )
}

/** Whose loss it is decides who bears the part that replaced it; the paper says the station (domain.md §3.3). */
export function LoseDialog(props: Props) {
  const { pieces, onClose } = props
  const text = useText('oldParts')
  const { take, running, refusal } = usePieceStep(props, 'lose')
  return (
    <BearerDialog
      title={text('loseOf', { count: pieces.length })}
      hint={text('loseHint')}
      label={text('loseBearer')}
      onClose={onClose}
      word={text('lose')}
      running={running}
      refusal={refusal}
      onBorne={(reason, bearer) => take({ reason, bearer })}
    />
  )
}
