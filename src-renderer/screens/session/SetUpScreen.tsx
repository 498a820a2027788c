import { useState } from 'react'
import { announce, useApiCommand } from '../../api.ts'
import { useText } from '../../messages/index.ts'
import { Button } from '../../ui/Button.tsx'
import { useHotkey } from '../../ui/hotkeys.ts'
import { Notice } from '../../ui/Notice.tsx'
import { NumbersPart } from '../settings/NumbersPart.tsx'
import { DataStep } from './DataStep.tsx'
import { MakerStep } from './MakerStep.tsx'
import { PeopleStep } from './PeopleStep.tsx'
import { SetUpFoot, SetUpFrame, setUpSteps, type SetUpStep } from './SetUpFrame.tsx'
import { StationStep } from './StationStep.tsx'

const next = (step: SetUpStep) => setUpSteps[setUpSteps.indexOf(step) + 1] ?? null

/** After the station was founded: each step is saved as it is done, any can be gone back to, and later is possible too. */
export function SetUpScreen({ step }: { readonly step: SetUpStep }) {
  const text = useText('session')
  const keep = useApiCommand('session', 'setUpStep')
  const [leaving, setLeaving] = useState(false)
  const go = async (to: SetUpStep | null) => {
    await keep.run({ step: to })
  }
  const end = async (address = '#/') => {
    setLeaving(true)
    window.location.hash = address
    await go(null)
    announce(['*'])
  }
  const onDone = () => go(next(step))
  const back = setUpSteps[setUpSteps.indexOf(step) - 1]
  useHotkey(
    'Alt+ArrowLeft',
    () => {
      if (back !== undefined) void go(back)
    },
    text('stepBack'),
  )
  const foot = (
    <>
      {back !== undefined && (
        <Button kind="quiet" onClick={() => go(back)}>
          {text('stepBack')}
        </Button>
      )}
      <span className="spring" />
      {step !== 'data' && (
        <Button kind="quiet" running={leaving} onClick={() => end()}>
          {text('stepLater')}
        </Button>
      )}
    </>
  )
  return (
    <SetUpFrame step={step} onStep={(to) => void go(to)}>
      <Notice refusal={keep.refusal} />
      {step === 'station' && <StationStep onDone={onDone} foot={foot} />}
      {step === 'maker' && <MakerStep onDone={onDone} foot={foot} />}
      {step === 'people' && <PeopleStep onDone={onDone} foot={foot} />}
      {step === 'numbers' && (
        <>
          <NumbersPart />
          <SetUpFoot>
            {foot}
            <Button kind="primary" hotkey="Ctrl+Enter" onClick={onDone}>
              {text('stepNext')}
            </Button>
          </SetUpFoot>
        </>
      )}
      {step === 'data' && <DataStep onEnd={end} foot={foot} />}
    </SetUpFrame>
  )
}
