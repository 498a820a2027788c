import { useState } from 'react'
import type { AppError } from '#domain/errors'
import { refusalOf, useApiCommand, type ApiOutput } from '../../api.ts'
import { bytes, count, dayTime, money } from '../../format.ts'
import { useText } from '../../messages/index.ts'
import { upload } from '../../transport.ts'
import { FilePick } from '../../ui/FilePick.tsx'
import { Message, Notice, ProblemList } from '../../ui/Notice.tsx'
import { Section } from '../../ui/Page.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { Table } from '../../ui/Table.tsx'
import type { Batch } from './batch.ts'

/** The batch files written so far with their hashes, and the check of any batch file. */
export function BatchFiles({ batch }: { readonly batch: Batch }) {
  const text = useText('claims')
  return (
    <div className="batch-files">
      <Table
        label={text('files')}
        rows={batch.files}
        rowKey={({ id }) => id}
        empty={text('filesNone')}
        columns={[
          {
            key: 'name',
            title: text('fileName'),
            wrap: true,
            render: ({ name, sha256 }) => (
              <>
                {name}
                <br />
                <span className="mono hash muted">{sha256}</span>
              </>
            ),
          },
          { key: 'bytes', title: text('fileBytes'), width: 72, right: true, render: (file) => bytes(file.bytes) },
          { key: 'at', title: text('fileAt'), width: 128, render: ({ at }) => dayTime(at) },
          { key: 'by', title: text('fileBy'), width: 72, render: ({ by }) => by },
        ]}
      />
      <Verify />
    </div>
  )
}

type Verdict = ApiOutput<'batches', 'verify'>

function Verify() {
  const text = useText('claims')
  const verify = useApiCommand('batches', 'verify')
  const [file, setFile] = useState<string | null>(null)
  const [verdict, setVerdict] = useState<Verdict | null>(null)
  const [failure, setFailure] = useState<AppError | null>(null)
  const check = async (chosen: File) => {
    setFile(chosen.name)
    setVerdict(null)
    setFailure(null)
    try {
      setVerdict(await verify.run({ uploadId: await upload(chosen) }))
    } catch (error) {
      setFailure(refusalOf(error))
    }
  }
  return (
    <Section id="verify" title={text('verify')}>
      <div className="verify">
        <FilePick kinds={['.zip']} chosen={file ?? text('verifyHint')} onFile={(chosen) => void check(chosen)} />
        {verify.running && <Progress label={text('verifying')} done={null} of={1} />}
        <Notice refusal={failure ?? verify.refusal} />
        {verdict?.ok === true && (
          <Message tone="ok">
            {text('verifyOk', { number: verdict.number, claims: count(verdict.claims), sum: money(verdict.totalFen) })}
          </Message>
        )}
        {verdict?.ok === false && (
          <Message tone="stop">
            <p>{text('verifyBad', { count: verdict.problems.length })}</p>
            <ProblemList problems={verdict.problems.map((problem) => ({ ...problem, field: null }))} />
          </Message>
        )}
      </div>
    </Section>
  )
}
