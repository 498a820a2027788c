import type { ReactNode } from 'react'
import { useApiCommand, useApiQuery } from '../../api.ts'
import { useText } from '../../messages/index.ts'
import { Button } from '../../ui/Button.tsx'
import { Message, Notice } from '../../ui/Notice.tsx'
import { SetUpFoot } from './SetUpFrame.tsx'

type Props = { readonly onEnd: (address?: string) => unknown; readonly foot: ReactNode }

/** Own data from Excel, samples to try things with, or neither. */
export function DataStep({ onEnd, foot }: Props) {
  const text = useText('session')
  const load = useApiCommand('station', 'loadSamples')
  const { data } = useApiQuery('station', 'samples', {})
  return (
    <>
      <Notice refusal={load.refusal} />
      <div className="starts">
        <section className="start">
          <h2>{text('dataImport')}</h2>
          <p>{text('dataImportHint')}</p>
          <span className="spring" />
          <Button onClick={() => onEnd('#/import')}>{text('dataImport')}</Button>
        </section>
        <section className="start">
          <h2>{text('dataSamples')}</h2>
          <p>{text('dataSamplesHint')}</p>
          <span className="spring" />
          {data?.loaded === true ? (
            <Message tone="ok">{text('dataSamplesIn')}</Message>
          ) : (
            <Button running={load.running} onClick={() => load.run({})}>
              {text('dataSamples')}
            </Button>
          )}
        </section>
      </div>
      <SetUpFoot>
        {foot}
        <Button kind="primary" hotkey="Ctrl+Enter" onClick={() => onEnd()}>
          {text('stepEnd')}
        </Button>
      </SetUpFoot>
    </>
  )
}
