import { useNavigate } from 'react-router'
import { useApiQuery } from '../../../api.ts'
import { dayTime } from '../../../format.ts'
import { useMay } from '../../../frame/session.ts'
import { useText } from '../../../messages/index.ts'
import { Button } from '../../../ui/Button.tsx'
import { Message } from '../../../ui/Notice.tsx'

/** Above A14: whose sheet it is laid on, and the way to it. */
export function MakerSheetLine({ manufacturerId }: { readonly manufacturerId: number }) {
  const text = useText('makerSheets')
  const navigate = useNavigate()
  const mayEdit = useMay('manageStation')
  const { data } = useApiQuery('makerSheets', 'get', { manufacturerId })
  if (data === undefined) return null
  return (
    <Message
      tone="now"
      action={
        <Button size="small" onClick={() => void navigate(`/forms/A14/sheet?maker=${manufacturerId}`)}>
          {text(mayEdit ? 'open' : 'look')}
        </Button>
      }
    >
      {data.savedAt === null
        ? text('standard')
        : `${text('title')} · ${text('version', { version: data.version, by: data.savedBy, at: dayTime(data.savedAt) })}`}
    </Message>
  )
}
