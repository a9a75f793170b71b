import Files
import Foundation
import Testing

/// What every file that Duly writes is held to.
@Suite final class NewFileTests {
    private let folder: String
    private var path: String { folder + "/list.csv" }

    init() throws {
        folder = NSTemporaryDirectory() + "duly-files-" + UUID().uuidString
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o755])
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    private func text(_ path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }
    private var names: [String] { get throws { try FileManager.default.contentsOfDirectory(atPath: folder).sorted() } }
    private func mode(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }

    @Test("A file is there whole once it is committed, for its owner alone, and nothing else is left")
    func whole() throws {
        let file = try NewFile(path)
        try file.write("one\n")
        #expect(!FileManager.default.fileExists(atPath: path))
        #expect(try names.allSatisfy { NewFile.isDraft($0) })
        try file.write("two\n")
        try file.commit()
        #expect(try text(path) == "one\ntwo\n" && names == ["list.csv"])
        #expect(try mode(path) == 0o600)
    }

    @Test("What is given up leaves nothing")
    func givenUp() throws {
        do {
            let file = try NewFile(path)
            try file.write("half")
        }
        #expect(try names.isEmpty)
    }

    @Test("A file that is there is not overwritten, also one that came while this one was written")
    func noOverwriting() throws {
        let file = try NewFile(path)
        try Data("theirs".utf8).write(to: URL(filePath: path))
        #expect(throws: FileProblem(path: path, step: .creating, code: EEXIST)) { try file.commit() }
        #expect(throws: FileProblem(path: path, step: .creating, code: EEXIST)) {
            try NewFile.write("x", to: self.path)
        }
        #expect(try text(path) == "theirs" && names == ["list.csv"])
    }

    @Test("A planted link is never followed: it is refused, or gives way, and its target is as it was")
    func plantedLinks() throws {
        let target = folder + "/target"
        for isDangling in [false, true] {
            if !isDangling { try Data("precious".utf8).write(to: URL(filePath: target)) }
            try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: target)
            #expect(throws: FileProblem.self) { try NewFile.write("x", to: self.path) }
            try NewFile.write("mine", to: path, replacing: true)
            #expect(try text(path) == "mine" && (isDangling || text(target) == "precious"))
            #expect(try FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType == .typeRegular)
            #expect(isDangling != FileManager.default.fileExists(atPath: target))
            try FileManager.default.removeItem(atPath: path)
            try? FileManager.default.removeItem(atPath: target)
        }
    }

    @Test("A group reads along in a folder that it shares, others never; where all may write nobody else reads")
    func sharedFolders() throws {
        let before = umask(0o002)
        defer { umask(before) }
        for (folderMode, fileMode) in [(0o755, 0o600), (0o770, 0o660), (0o775, 0o660), (0o1777, 0o600)] {
            chmod(folder, mode_t(folderMode))
            try NewFile.write("x", to: path, replacing: true, readers: .sharersOfTheFolder)
            #expect(try mode(path) == fileMode)
            try NewFile.write("x", to: path, replacing: true)
            #expect(try mode(path) == 0o600)
        }
    }

    @Test("What a killed program left is removed; what another is at work on is not, nor what only looks like it")
    func leftovers() throws {
        let dead = "list.csv.new-4194304-7", living = "list.csv.new-\(getppid())-7", other = "list.csv.new-year"
        for name in [dead, living, other] { try Data().write(to: URL(filePath: folder + "/" + name)) }
        try NewFile.write("x", to: path)
        #expect(try names == ["list.csv", living, other].sorted())
    }

    @Test("The old file is kept where that is asked")
    func keptOld() throws {
        try NewFile.write("old", to: path)
        let file = try NewFile(path, replacing: true)
        try file.write("new")
        try file.commit(keepingOldAs: path + "~")
        #expect(try text(path) == "new" && text(path + "~") == "old")
    }

    @Test("Each trouble has its sentence, and none is called a success")
    func sentences() throws {
        func sentence(_ path: String) -> String {
            do { try NewFile.write("x", to: path) } catch { return error.sentence }
            return ""
        }
        try NewFile.write("x", to: path)
        #expect(
            sentence(path).hasSuffix(
                "list.csv can't be created: there is a file of that name already, and it is not overwritten."))
        #expect(sentence(folder + "/no/x").hasSuffix("/no/x can't be created: there is no folder \(folder)/no."))
        #expect(sentence(path + "/x").hasSuffix("x can't be created: \(path) is not a folder."))
        #expect(FileProblem(path: "x", step: .writing, code: 0).reason != "Success")
    }

    @Test("A folder that can't be had is named, and is for its owner alone where it is made")
    func folders() throws {
        try Folder.make(folder + "/a/b/")
        #expect(try mode(folder + "/a") == 0o700 && mode(folder + "/a/b") == 0o700)
        try Folder.make(folder + "/a/b")
        try NewFile.write("x", to: path)
        #expect(throws: FileProblem(path: path, step: .creating, code: ENOTDIR)) { try Folder.make(self.path + "/c/d") }
    }
}
