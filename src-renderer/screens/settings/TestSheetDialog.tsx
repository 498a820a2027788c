import type { ProfileName } from '#domain/paper-stock'
import { useApiQuery } from '../../api.ts'
import { offsetOf, type PrintRule, type RuleOf, type SeatPrinting } from '../../frame/print/seat-printing.ts'
import { directPrint } from '../../frame/print/use-printing.ts'
import { useText } from '../../messages/index.ts'
import { printFile } from '../../transport.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PdfPreview } from '../../ui/PdfPreview.tsx'
import { Loading } from '../../ui/Progress.tsx'

type Props = {
  readonly name: string
  readonly of: RuleOf
  readonly rule: PrintRule
  readonly paper: ProfileName
  readonly printing: SeatPrinting
  readonly onClose: () => void
}

/** Rulers and crosses on the paper and printer of a rule, moved as the rule says. */
export function TestSheetDialog({ name, of, rule, paper, printing, onClose }: Props) {
  const text = useText('settings')
  const options = {
    profile: paper,
    grid: paper === 'grid' ? printing.grid : null,
    startAt: 1,
    dataOnly: false,
    offset: offsetOf(printing, of, rule),
  }
  const { data, error, refetch } = useApiQuery('papers', 'testSheet', { options, printer: rule.printer ?? '', form: name.slice(0, 60) })
  return (
    <Dialog title={`${text('testSheet')} · ${name}`} open onClose={onClose} width={Math.min(1040, window.innerWidth - 64)}>
      <div className="print-dialog">
        <div className="paper-print">
          <Notice refusal={error} onRetry={() => void refetch()} />
          {!data && !error && <Loading />}
          {data && (
            <PdfPreview
              fileId={data.fileId}
              name={data.name}
              copies={data.copies}
              onPrint={() => printFile(data.fileId, directPrint({ printer: rule.printer, paper }, data.sheet))}
            />
          )}
        </div>
      </div>
    </Dialog>
  )
}
