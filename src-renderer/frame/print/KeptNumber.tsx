import type { BlankSubject } from '#domain/number-register'
import { useApiQuery } from '../../api.ts'
import { useText } from '../../messages/index.ts'
import { Message } from '../../ui/Notice.tsx'

type Props = {
  readonly kind: BlankSubject
  readonly id: number | null
  /** of a record that is not stored yet */ readonly blankId?: number | null
}

/** Says that the paper of this record will take a number set aside before (补录); nothing where it takes the next one. */
export function KeptNumber({ kind, id, blankId = null }: Props) {
  const text = useText('numbers')
  const { data: kept = [] } = useApiQuery('numbers', 'keptFor', { kind, id: id ?? 0 }, { enabled: id !== null })
  const { data: blank } = useApiQuery('numbers', 'blank', { id: blankId ?? 0 }, { enabled: id === null && blankId !== null })
  const numbers = id === null ? (blank?.status === 'open' ? [blank.number] : []) : kept.map(({ number }) => number)
  return numbers.length === 0 ? null : (
    <Message tone="now">
      <span className="figures">{text('keptNote', { number: numbers.join(' · ') })}</span>
    </Message>
  )
}
