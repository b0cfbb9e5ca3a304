import { expect, it } from '@jest/globals'
import { imagesHeadline } from '../../src/report/images-headline.ts'
import { imageWeight, weighIn } from './sample.ts'
import { JOB, oneOf, severalImages } from './many-images.ts'

it.each([
  ['one', weighIn(), '<code>proxy</code>: within budget, image 2.20 MB of 3 MB (73 %)'],
  [
    'several that pass',
    severalImages([oneOf('api'), oneOf('web')], []),
    '<code>api</code>: within budget, image 2.20 MB of 3 MB (73 %); 1 more image, passing',
  ],
  [
    'the worst first',
    severalImages([oneOf('api'), oneOf('web', { over: true }), oneOf('cron', { over: true })], []),
    '<code>web</code>: over budget, image 2.20 MB of 2 MB (110 %); 2 more images, of which 1 fails',
  ],
  [
    'a failure before all',
    severalImages([oneOf('api'), oneOf('web', { over: true })]),
    '<code>job</code>: failed; 2 more images, of which 1 fails',
  ],
  [
    'several failures',
    severalImages([oneOf('api')], [JOB, { ...JOB, name: 'cron' }, { ...JOB, name: 'web' }]),
    '<code>job</code>: failed; 3 more images, of which 2 fail',
  ],
  ['nothing', { ...weighIn(), images: [] }, 'Nothing was weighed'],
  [
    'the same name twice, as in the jobs of a matrix',
    weighIn({}, { images: [imageWeight(), imageWeight({ name: 'other' })] }),
    '<code>proxy</code>: within budget, image 2.20 MB of 3 MB (73 %); 1 more image, passing',
  ],
])('imagesHeadline shows %s', (_, of, expected) => {
  expect(imagesHeadline(of)).toBe(expected)
})
