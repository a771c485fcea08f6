import { cleanLine, cleanText, type Pages } from '@alivemcp/contracts';
import { renderDocument } from './document.tsx';

/** A page that says one thing. */
export const messagePage: Pages['messagePage'] = ({ title, text }) =>
  renderDocument({
    title,
    children: (
      <>
        <h1>{cleanLine(title)}</h1>
        <p>{cleanText(text.slice(0, 2_000))}</p>
        <p>
          <a className="button" href="/">
            Go to the start
          </a>
        </p>
      </>
    ),
  });
