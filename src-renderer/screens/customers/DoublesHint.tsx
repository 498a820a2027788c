import { useApiQuery } from '../../api.ts'
import { useText } from '../../messages/index.ts'
import { Button } from '../../ui/Button.tsx'
import { Message } from '../../ui/Notice.tsx'

type Props = { readonly of: 'customer' | 'unit'; readonly id: number; readonly onCompare: (otherId: number) => void }

export const sharedKeys = { phone: 'samePhone', plate: 'samePlate', engine: 'sameEngine', frameTail: 'sameFrameTail' } as const

/** Says that the record may stand on file twice, and leads to the comparison. */
export function DoublesHint({ of, id, onCompare }: Props) {
  const text = useText('customers')
  const { data: pairs = [] } = useApiQuery('customers', 'doubles', { of, id, limit: 5 })
  const [first] = pairs
  if (first === undefined) return null
  return (
    <Message
      tone="warn"
      action={
        <Button size="small" hotkey="Ctrl+Shift+G" onClick={() => onCompare(first.other.id)}>
          {text('compare')}
        </Button>
      }
    >
      {text(of === 'unit' ? 'maybeSameUnit' : 'maybeSameCustomer', {
        title: first.other.title,
        detail: first.other.detail,
        by: text(sharedKeys[first.by]),
        value: first.value,
      })}
      {pairs.length > 1 && ` ${text('andMore', { count: pairs.length - 1 })}`}
    </Message>
  )
}
