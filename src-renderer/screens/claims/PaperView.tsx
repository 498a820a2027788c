import { useNavigate } from 'react-router'
import { PaperPrint } from '../../frame/print/PaperPrint.tsx'
import { useText } from '../../messages/index.ts'
import { Button } from '../../ui/Button.tsx'

/** An issued paper beside the claim or batch it belongs to. */
export function PaperView({ paperId, name }: { readonly paperId: number; readonly name: string }) {
  const text = useText('claims')
  const navigate = useNavigate()
  return (
    <PaperPrint
      beside
      ids={[paperId]}
      name={`${name}.pdf`}
      actions={
        <Button size="small" kind="quiet" onClick={() => void navigate(`/papers/${paperId}`)}>
          {text('openVoucher')}
        </Button>
      }
    />
  )
}
