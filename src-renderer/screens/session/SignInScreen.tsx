import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { announce, useApiCommand } from '../../api.ts'
import { proposedPerson, proposePerson, type SessionState } from '../../frame/session.ts'
import { useSentence, useText, useWord } from '../../messages/index.ts'
import { Button } from '../../ui/Button.tsx'
import { GateCard } from './GateCard.tsx'

type Someone = SessionState['people'][number]

/** Tiles of the people; then a PIN, by keyboard or by touch. Arrows and Enter (or the first digit) choose, Esc goes back. */
export function SignInScreen({ session }: { readonly session: SessionState }) {
  const text = useText('session')
  const [chosen, setChosen] = useState<{ readonly person: Someone; readonly typed: string } | null>(null)
  useEffect(() => {
    document.title = `${session.stationName} · 三包站`
  }, [session.stationName])
  return (
    <GateCard
      title={session.stationName}
      hint={chosen === null ? text('choosePerson') : text('enterPin')}
      foot={`${session.stationCode} · ${session.version}`}
    >
      {chosen === null ? (
        <People people={session.people} onChoose={(person, typed) => setChosen({ person, typed })} />
      ) : (
        <Pin person={chosen.person} typed={chosen.typed} onBack={() => setChosen(null)} />
      )}
    </GateCard>
  )
}

function People({
  people,
  onChoose,
}: {
  readonly people: readonly Someone[]
  /** `typed`: the first digit of the PIN, where it was typed on the tile */ readonly onChoose: (person: Someone, typed: string) => void
}) {
  const text = useText('session')
  const word = useWord()
  const list = useRef<HTMLFieldSetElement>(null)
  const last = proposedPerson()
  const start = Math.max(
    0,
    people.findIndex(({ id }) => id === last),
  )
  const onKey = (event: KeyboardEvent) => {
    const tiles = [...(list.current?.querySelectorAll('button') ?? [])]
    const here = tiles.findIndex((tile) => tile === document.activeElement)
    const person = people[here]
    if (person !== undefined && /^\d$/.test(event.key)) {
      event.preventDefault()
      return onChoose(person, event.key)
    }
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key]
    if (step === undefined) return undefined
    event.preventDefault()
    return tiles[(here + step + tiles.length) % tiles.length]?.focus()
  }
  if (people.length === 0) return <p>{text('noPeople')}</p>
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- hears the arrows that bubble up from its tiles
    <fieldset className="people" aria-label={text('choosePerson')} ref={list} onKeyDown={onKey}>
      {people.map((person, index) => (
        <button key={person.id} type="button" className="person-tile" autoFocus={index === start} onClick={() => onChoose(person, '')}>
          <span className="avatar" aria-hidden>
            {[...person.name].at(0)}
          </span>
          <span>
            <b>{person.name}</b>
            <small>{word('role', person.role)}</small>
            {person.pin !== null && <small className="demo-pin figures">{text('demoPin', { pin: person.pin })}</small>}
          </span>
        </button>
      ))}
    </fieldset>
  )
}

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const

function Pin({ person, typed, onBack }: { readonly person: Someone; readonly typed: string; readonly onBack: () => void }) {
  const text = useText('session')
  const say = useSentence()
  const field = useRef<HTMLInputElement>(null)
  const [pin, setPin] = useState(typed)
  const { run, running, refusal, clear } = useApiCommand('session', 'signIn')
  const put = (next: string) => {
    if (refusal) clear()
    setPin(next.replace(/\D/g, '').slice(0, 8))
    field.current?.focus()
  }
  const enter = async () => {
    if (pin.length < 4 || running) return
    const signed = await run({ userId: person.id, pin })
    if (signed === null) {
      setPin('')
      field.current?.focus()
      return
    }
    // Who was not awaited begins at his own desk, not where somebody else stopped.
    if (![0, person.id].includes(proposedPerson())) window.location.hash = '#/'
    proposePerson(person.id)
    announce(['*'])
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- hears the Esc that bubbles up from its field
    <form
      className="pin"
      onSubmit={(event) => {
        event.preventDefault()
        void enter()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onBack()
      }}
    >
      <strong>{person.name}</strong>
      <input
        ref={field}
        className="pin-input"
        type="password"
        inputMode="numeric"
        autoComplete="off"
        aria-label={text('pinOf', { name: person.name })}
        value={pin}
        autoFocus
        onChange={(event) => put(event.target.value)}
      />
      <div className="pin-dots" aria-hidden>
        {Array.from({ length: Math.max(4, pin.length) }, (_, index) => (
          <i key={index} data-on={index < pin.length} />
        ))}
      </div>
      <div className="pin-said" role="alert">
        {refusal ? (
          <span className="tone-stop">× {say(refusal.sentence)}</span>
        ) : (
          person.pin !== null && <span className="tone-warn figures">{text('demoPin', { pin: person.pin })}</span>
        )}
      </div>
      <div className="pin-pad">
        {digits.map((digit) => (
          <button key={digit} type="button" tabIndex={-1} onClick={() => put(pin + digit)}>
            {digit}
          </button>
        ))}
        <button type="button" tabIndex={-1} data-act="delete" onClick={() => put(pin.slice(0, -1))}>
          {text('delete')}
        </button>
        <button type="button" tabIndex={-1} onClick={() => put(`${pin}0`)}>
          0
        </button>
        <button type="submit" data-act="enter" disabled={pin.length < 4 || running}>
          {text('enter')}
        </button>
      </div>
      <Button kind="quiet" onClick={onBack}>
        ← {text('back')}
      </Button>
    </form>
  )
}
