window.YTD.direct_messages.part0 = [
 {"dmConversation":{"conversationId":"10-99","messages":[
  {"messageCreate":{"id":"m2","senderId":"99","recipientId":"10","text":"Ci dispiace, \"Anna\": controllo.","createdAt":"2026-01-10T08:00:00.000Z","mediaUrls":[]}},
  {"messageCreate":{"id":"m1","senderId":"10","recipientId":"99","text":"Carta bloccata","createdAt":"2026-01-10T07:00:00.000Z","mediaUrls":[]}}]}},
 {"dmConversation":{"conversationId":"20-99","messages":[
  {"messageCreate":{"id":"m3","senderId":"20","recipientId":"99","text":"Ehi","createdAt":"2026-01-10T07:00:00.000Z","mediaUrls":[]}}]}}
];
