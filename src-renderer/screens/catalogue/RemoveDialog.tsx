import type { RemovableRecord } from '#domain/catalogue'
import { useApiCommand } from '../../api.ts'
import { useText } from '../../messages/index.ts'
import { Dialog } from '../../ui/Dialog.tsx'

type Kept = { readonly id: number; readonly revision: number }
type Props = {
  readonly list: RemovableRecord
  readonly record: Kept | null
  readonly name: string
  readonly onClose: () => void
  readonly onRemoved?: () => void
}

/** What cannot be retired has a question of its own. */
const ownQuestions: Partial<Record<RemovableRecord, 'removePrice' | 'removeDay' | 'removePolicy' | 'removeTerms'>> = {
  prices: 'removePrice',
  holidays: 'removeDay',
  policies: 'removePolicy',
  policyTerms: 'removeTerms',
}

/** Deletes what was never used; for the rest the host says where it stands. */
export function RemoveDialog({ list, record, name, onClose, onRemoved }: Props) {
  const text = useText('catalogue')
  const remove = useApiCommand('catalogue', 'removeRecord')
  const close = () => {
    remove.clear()
    onClose()
  }
  const run = async () => {
    if (record === null || (await remove.run({ list, id: record.id, revision: record.revision })) === null) return
    onClose()
    onRemoved?.()
  }
  return (
    <Dialog
      title={text('removeTitle')}
      open={record !== null}
      onClose={close}
      refusal={remove.refusal}
      act={{ word: text('remove'), run: () => void run(), danger: true, running: remove.running }}
    >
      {text(ownQuestions[list] ?? 'removeAsk', { name })}
    </Dialog>
  )
}
