// Here and not in .storybook: only this folder may import the packages, so that none of them can import another by accident.
import '@ling-stream/chat-window/styles.css';
