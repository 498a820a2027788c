import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { dayTime } from '../../format.ts'
import { useText } from '../../messages/index.ts'
import { Section } from '../../ui/Page.tsx'
import { StatusTag } from '../../ui/values.tsx'
import type { OrderDetail } from './order-form.ts'

/** What 单据 lists. */
export function paperCount({ papers, requests, claim }: OrderDetail): number {
  return papers.length + requests.length + (claim === null ? 0 : 1)
}

/** 单据: what was issued for this order, the requests to the maker and the claim. */
export function PapersSection({
  detail,
  onShow,
  actions,
}: {
  readonly detail: OrderDetail
  readonly onShow: (paper: OrderDetail['papers'][number]) => void
  readonly actions?: ReactNode
}) {
  const text = useText('workOrders')
  const { papers, requests, claim } = detail
  const shown = paperCount(detail)
  const isEmpty = shown === 0
  return (
    <Section id="papers" title={text('papers')} beside={!isEmpty && String(shown)} actions={actions}>
      <div data-field="voucher">
        <div data-field="requests">
          <div data-field="claim">
            <div data-field="userSigned">
              {isEmpty && <p className="muted">{text('papersNone')}</p>}
              {!isEmpty && (
                <table className="rows papers">
                  <tbody>
                    {papers.map((paper) => (
                      <tr key={`paper-${paper.id}`}>
                        <td>{text(paperKeys[paper.form] ?? 'paper')}</td>
                        <td>
                          <button type="button" className="link figures" onClick={() => onShow(paper)}>
                            {paper.number}
                          </button>
                        </td>
                        <td>
                          <StatusTag table="paperStatus" code={paper.status} />
                        </td>
                        <td className="figures muted">{dayTime(paper.issuedAt)}</td>
                      </tr>
                    ))}
                    {requests.map((request) => (
                      <tr key={`request-${request.id}`}>
                        <td>{text('request')}</td>
                        <td>
                          <Link className="link figures" to={`/requests/${request.id}`}>
                            {request.no === '' ? text('draft') : request.no}
                          </Link>
                        </td>
                        <td>
                          <StatusTag table="requestStatus" code={request.status} />
                        </td>
                        <td className="figures muted">{dayTime(request.createdAt)}</td>
                      </tr>
                    ))}
                    {claim && (
                      <tr>
                        <td>{text('claim')}</td>
                        <td>
                          <Link className="link figures" to={`/claims/${claim.id}`}>
                            {claim.no}
                          </Link>
                        </td>
                        <td>
                          <StatusTag table="claimStatus" code={claim.status} />
                        </td>
                        <td />
                      </tr>
                    )}
                  </tbody>
                </table>
              )}
            </div>
          </div>
        </div>
      </div>
    </Section>
  )
}

const paperKeys: Readonly<Record<string, 'voucher' | 'request' | 'labelPaperName'>> = {
  F16: 'voucher',
  F15: 'request',
  F27: 'labelPaperName',
  F30: 'labelPaperName',
}
