// Finding an account, or taking up what is parked.
extension State {
    mutating func startFind() -> [Effect] {
        if overlay is FindPane { return [] }
        overlay = FindPane(.open)
        return []
    }

    /// Parks what is on screen and asks who it is.
    mutating func phoneRings() -> [Effect] {
        if let find = overlay as? FindPane, find.isInbound { return [] }
        let id = note.flatMap { $0.isWorthKeeping ? $0.id : nil }
        let effects = parkNote()
        overlay = FindPane(.inbound(parked: id))
        return effects
    }

    /// Goes back to what was parked for a call that wasn't one.
    mutating func leaveFind(_ purpose: FindPane.Purpose) -> [Effect] {
        guard case .inbound(let id?) = purpose, note == nil else { return [] }
        return resume(id) + goToNote()
    }
}
