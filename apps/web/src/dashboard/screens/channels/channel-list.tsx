export function ChannelList() {
  return <h1>ChannelList</h1>;
}
