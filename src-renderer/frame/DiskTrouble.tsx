import { useSyncExternalStore } from 'react'
import { useSentence, useText } from '../messages/index.ts'
import { setTrouble, troubleNow, watchConnection } from '../transport.ts'
import { Button } from '../ui/Button.tsx'
import { Message } from '../ui/Notice.tsx'

/** Over every page, until it was read: the disk is full or failing. Each refused step says so as well where it happened. */
export function DiskTrouble() {
  const text = useText('trouble')
  const say = useSentence()
  const trouble = useSyncExternalStore(watchConnection, troubleNow)
  if (trouble === null || trouble.ok) return null
  return (
    <Message
      tone="stop"
      action={
        <Button size="small" onClick={() => setTrouble(null)}>
          {text('dismiss')}
        </Button>
      }
    >
      {say(trouble.error.sentence)}
    </Message>
  )
}
