const key = 'sanbao.packing.muted'

let audio: AudioContext | null = null

export function isMuted(): boolean {
  return window.localStorage.getItem(key) === 'yes'
}

export function setMuted(muted: boolean): void {
  window.localStorage.setItem(key, muted ? 'yes' : 'no')
}

/** One tone of `hertz`, beginning `after` and lasting `seconds`; faded out so that it does not click. */
function tone(context: AudioContext, type: OscillatorType, hertz: number, after: number, seconds: number): void {
  const start = context.currentTime + after
  const source = context.createOscillator()
  const volume = context.createGain()
  source.type = type
  source.frequency.value = hertz
  volume.gain.setValueAtTime(0.16, start)
  volume.gain.exponentialRampToValueAtTime(0.001, start + seconds)
  source.connect(volume).connect(context.destination)
  source.start(start)
  source.stop(start + seconds)
}

/** Heard without looking: one short high tone for packed, two low ones for refused. */
export function beep(kind: 'packed' | 'refused'): void {
  if (isMuted() || typeof AudioContext === 'undefined') return
  audio ??= new AudioContext()
  if (audio.state === 'suspended') void audio.resume()
  if (kind === 'packed') tone(audio, 'sine', 1320, 0, 0.09)
  else {
    tone(audio, 'square', 220, 0, 0.16)
    tone(audio, 'square', 175, 0.2, 0.24)
  }
}
