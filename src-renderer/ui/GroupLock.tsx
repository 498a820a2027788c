import { LockOutlined } from '@ant-design/icons'
import { useText } from '../messages/index.ts'
import { useFormSetting } from './form-context.ts'

/** Once for a group of fields: the paper that froze some of them, or why none of them may be changed here. */
export function GroupLock({ fields }: { readonly fields: readonly string[] }) {
  const text = useText('ui')
  const { frozen, readOnlyWhy } = useFormSetting()
  const isFrozen = frozen !== null && (frozen.fields === null || frozen.fields.some((each) => fields.includes(each)))
  if (!isFrozen && readOnlyWhy === null) return null
  return (
    <span className="group-lock">
      <LockOutlined aria-hidden /> {isFrozen ? text('frozenGroup', { number: frozen.by }) : readOnlyWhy}
    </span>
  )
}
