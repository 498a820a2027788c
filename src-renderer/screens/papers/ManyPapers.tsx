import { isLabelForm } from '../../frame/print/label-form.ts'
import { PaperPrint } from '../../frame/print/PaperPrint.tsx'
import { useText } from '../../messages/index.ts'
import type { PaperRow } from './paper-row.ts'

/** All chosen papers in one print, labels side by side on their stock. */
export function ManyPapers({ papers }: { readonly papers: readonly PaperRow[] }) {
  const text = useText('papers')
  return (
    <div className="paper-detail">
      <header className="paper-head"><b>{text('chosen', { count: papers.length })}</b></header>
      <PaperPrint ids={papers.map(({ id }) => id)} isLabel={papers.some(({ form }) => isLabelForm(form))} isAgain={papers.some(({ printCount, status }) => printCount > 0 && status === 'issued')} />
    </div>
  )
}
