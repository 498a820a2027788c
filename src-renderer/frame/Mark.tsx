/** The station's mark: a shield (包) with three strokes (三). */
export function Mark() {
  return (
    <svg viewBox="0 0 24 24" aria-hidden>
      <path d="M12 1 3 4.500v7C3 17.200 6.800 21.400 12 23c5.200-1.600 9-5.800 9-11.500v-7z" fill="var(--accent)" />
      <path d="M7.500 8h9M8.500 12h7M7.500 16h9" stroke="var(--accent-text)" strokeWidth="2" strokeLinecap="round" />
    </svg>
  )
}
