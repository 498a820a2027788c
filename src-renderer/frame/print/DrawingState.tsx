import type { AppError } from '#domain/errors'
import { useText } from '../../messages/index.ts'
import { Button } from '../../ui/Button.tsx'
import { Message, Notice } from '../../ui/Notice.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { wasStopped } from '../../ui/use-watched.ts'

type Props = {
  readonly error: AppError | null
  readonly progress: { readonly done: number; readonly of: number } | null
  readonly stop: () => void
  /** what is said when it was stopped */
  readonly stoppedWord: string
  readonly again?: () => void
}

/** How far the drawing of many papers is; stopped, how to begin it anew. */
export function DrawingState({ error, progress, stop, stoppedWord, again }: Props) {
  const text = useText('printing')
  if (progress !== null) return <Progress label={text('drawing')} done={progress.done} of={progress.of} onStop={stop} />
  if (wasStopped(error))
    return (
      <Message
        tone="warn"
        action={
          again && (
            <Button size="small" onClick={again}>
              {text('drawAgain')}
            </Button>
          )
        }
      >
        {stoppedWord}
      </Message>
    )
  return <Notice refusal={error} {...(again && { onRetry: again })} />
}
