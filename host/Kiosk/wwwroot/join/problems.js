// Why there is no camera or microphone, and what to do about it.

import { t } from './text.js';

/** what: 'Camera', 'Microphone' or 'Both'. */
export function problemText(problem, what) {
  if (problem === '') return '';
  if (problem === 'insecure') return t('problemInsecure');
  const kind = { denied: 'Denied', missing: 'Missing' }[problem] ?? 'Busy';
  if (kind === 'Busy' && what === 'Both') return `${t('problemBusyCamera')} ${t('problemBusyMicrophone')}`;
  return t(`problem${kind}${what}`);
}

export function problemsOf({ cameraProblem: camera, microphoneProblem: microphone }) {
  if (camera === microphone) return problemText(camera, 'Both');
  return [problemText(microphone, 'Microphone'), problemText(camera, 'Camera')].filter(Boolean).join(' ');
}
