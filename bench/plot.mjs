// A plot of how the cost of a release grows, as SVG: three panels over the number of services, a line per number of platforms.

const [WIDTH, HEIGHT, LEFT, TOP, GAP] = [280, 220, 60, 40, 60]
const COLOURS = ['#1f6feb', '#bf3989', '#1a7f37']
const PANELS = [
  { title: 'Wall time, seconds', of: row => row.seconds },
  { title: 'Requests', of: row => row.requests },
  { title: 'Memory, MB', of: row => row.memory / 1e6 },
]

/** @param rows `{ services, platforms, seconds, requests, memory }` */
export function plotOf(rows) {
  const width = LEFT + PANELS.length * (WIDTH + GAP)
  const panels = PANELS.map((panel, at) => panelOf(panel, rows, LEFT + at * (WIDTH + GAP)))
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${TOP + HEIGHT + 60}" font-family="sans-serif" font-size="12">
<rect width="100%" height="100%" fill="#ffffff"/>
${panels.join('\n')}
</svg>
`
}

function panelOf({ title, of }, rows, left) {
  const largest = niceAbove(Math.max(...rows.map(of)))
  const counts = [...new Set(rows.map(({ services }) => services))]
  const most = Math.max(...counts)
  const x = services => left + (services / most) * WIDTH
  const y = value => TOP + HEIGHT - (value / largest) * HEIGHT
  const grid = [0, 0.25, 0.5, 0.75, 1].map(share => {
    const at = y(share * largest)
    return `<line x1="${left}" x2="${left + WIDTH}" y1="${at}" y2="${at}" stroke="#d0d7de"/><text x="${left - 6}" y="${at + 4}" text-anchor="end">${share * largest}</text>`
  })
  const ticks = counts.map(
    count => `<text x="${x(count)}" y="${TOP + HEIGHT + 18}" text-anchor="middle">${count}</text>`,
  )
  const lines = [...Map.groupBy(rows, ({ platforms }) => platforms)].map(([platforms, of4], at) => {
    const points = of4.map(row => `${x(row.services).toFixed(1)},${y(of(row)).toFixed(1)}`)
    const [endX, endY] = points.at(-1).split(',')
    const word = platforms === 1 ? 'platform' : 'platforms'
    return `<polyline points="${points.join(' ')}" fill="none" stroke="${COLOURS[at]}" stroke-width="2"/>${points
      .map(point => point.split(','))
      .map(([cx, cy]) => `<circle cx="${cx}" cy="${cy}" r="3" fill="${COLOURS[at]}"/>`)
      .join(
        '',
      )}<text x="${Number(endX) - 4}" y="${Number(endY) - 8}" text-anchor="end" fill="${COLOURS[at]}">${platforms} ${word}</text>`
  })
  return `<text x="${left}" y="${TOP - 16}" font-weight="bold">${title}</text>
${[...grid, ...ticks, ...lines].join('\n')}
<text x="${left + WIDTH / 2}" y="${TOP + HEIGHT + 38}" text-anchor="middle">services</text>`
}

/** The next of 1, 2, 4, 6, 8 times a power of ten. */
function niceAbove(value) {
  const power = 10 ** Math.floor(Math.log10(value))
  return [1, 2, 4, 6, 8, 10].map(times => times * power).find(nice => nice >= value)
}
