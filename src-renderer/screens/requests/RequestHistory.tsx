import { day, dayTime } from '../../format.ts'
import { useText } from '../../messages/index.ts'
import { Section } from '../../ui/Page.tsx'
import { StepHistory } from '../../ui/StepHistory.tsx'
import { Facts, StatusTag } from '../../ui/values.tsx'
import { eventWord, type RequestDetail } from './request-words.ts'

/** The papers of the request and everything that happened to it. */
export function RequestHistory({ detail, onPaper }: { readonly detail: RequestDetail; readonly onPaper: (id: number) => void }) {
  const text = useText('requests')
  const { papers, history, sentAt, shippedAt, arrivedAt, fittedAt } = detail
  return (
    <div className="request-columns">
      <Section id="papers" title={text('papers')} beside={papers.length > 0 && String(papers.length)}>
        {papers.length === 0 && <p className="muted">{text('papersNone')}</p>}
        {papers.map((paper) => (
          <p key={paper.id} className="request-paper">
            <button type="button" className="link figures" onClick={() => onPaper(paper.id)}>
              {paper.form} {paper.number}
            </button>{' '}
            <StatusTag table="paperStatus" code={paper.status} /> <span className="muted figures">{dayTime(paper.issuedAt)}</span>
          </p>
        ))}
        <Facts
          columns={2}
          facts={[
            { label: text('sentAt'), value: day(sentAt) },
            { label: text('shippedAt'), value: day(shippedAt) },
            { label: text('arrivedAt'), value: day(arrivedAt) },
            { label: text('fittedAt'), value: day(fittedAt) },
          ]}
        />
      </Section>
      <Section id="history" title={text('history')}>
        <StepHistory rows={history} eventWord={(event) => eventWord(event, text)} />
      </Section>
    </div>
  )
}
