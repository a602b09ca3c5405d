/** Entry of the Remotion bundle and of Remotion Studio; nothing else may import it. */
import { registerRoot } from 'remotion';
import { Root } from './Root';

registerRoot(Root);
