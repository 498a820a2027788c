import { useState } from 'react'
import type { FormId } from '#domain/form-ids'
import { PaperPrint } from '../../frame/print/PaperPrint.tsx'
import { useText } from '../../messages/index.ts'
import { Views } from '../../ui/Choices.tsx'
import type { PaperRow } from './paper-row.ts'

/** All chosen papers of a form in one print, labels side by side on their stock; each form goes to its own printer and paper. */
export function ManyPapers({ papers }: { readonly papers: readonly PaperRow[] }) {
  const text = useText('papers')
  const formName = useText('formNames')
  const [wanted, setWanted] = useState<FormId | null>(null)
  const forms = [...new Set(papers.map(({ form }) => form))]
  const form = forms.find((each) => each === wanted) ?? forms[0]
  const chosen = papers.filter((paper) => paper.form === form)
  return (
    <div className="paper-detail">
      <header className="paper-head">
        <b>{text('chosen', { count: papers.length })}</b>
        {forms.length > 1 && (
          <Views
            label={text('byForm')}
            value={form ?? ''}
            onChange={(next) => setWanted(forms.find((each) => each === next) ?? null)}
            views={forms.map((each) => ({
              value: each,
              label: formName(each),
              count: papers.filter((paper) => paper.form === each).length,
            }))}
          />
        )}
      </header>
      <PaperPrint
        key={form}
        ids={chosen.map(({ id }) => id)}
        isAgain={chosen.some(({ printCount, status }) => printCount > 0 && status === 'issued')}
      />
    </div>
  )
}
