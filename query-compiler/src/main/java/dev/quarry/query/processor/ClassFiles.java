package dev.quarry.query.processor;

import dev.quarry.plan.Plan;
import dev.quarry.plan.PlanFile;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.Filer;
import javax.annotation.processing.FilerException;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.FileObject;
import javax.tools.JavaFileManager.Location;
import javax.tools.StandardLocation;

/** Class files as javac sees them, and the plan files beside them. */
final class ClassFiles {
    private final Elements elements;
    private final Filer filer;

    ClassFiles(Elements elements, Filer filer) {
        this.elements = elements;
        this.filer = filer;
    }

    /** The class file that javac was to write just now; empty if it did not. */
    Optional<byte[]> written(TypeElement type) throws IOException {
        try {
            return written("", type);
        } catch (FilerException e) {
            // Several modules at once: then, and only then, the Filer wants to hear which one.
            return written(module(type), type);
        }
    }

    private Optional<byte[]> written(String module, TypeElement type) throws IOException {
        try {
            return Optional.of(read(StandardLocation.CLASS_OUTPUT, module, type));
        } catch (FileNotFoundException | NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** The class file of a class in the same package that no element stands for, by its internal name. */
    Optional<byte[]> writtenBeside(TypeElement type, String internalName) {
        String file = internalName.substring(internalName.lastIndexOf('/') + 1) + ".class";
        for (String module : List.of("", module(type))) {
            try {
                return Optional.of(read(StandardLocation.CLASS_OUTPUT, module, type, file));
            } catch (IOException | RuntimeException e) {
                // it stands where the other module has its classes
            }
        }
        return Optional.empty();
    }

    /** The class file of a class that is not compiled now; empty if it is not to be found. */
    Optional<byte[]> find(TypeElement type) {
        String module = module(type);
        Optional<byte[]> found = module.isEmpty()
                ? tryRead(StandardLocation.CLASS_PATH, "", type)
                : tryRead(StandardLocation.MODULE_PATH, module, type);
        return found.or(() -> tryRead(StandardLocation.CLASS_OUTPUT, "", type))
                .or(() -> tryRead(StandardLocation.CLASS_OUTPUT, module, type))
                .or(() -> fromElements(type));
    }

    /** Writes the plans of a class. */
    void writePlans(TypeElement type, List<Plan> plans) throws IOException {
        String name = PlanFile.resourceName(elements.getBinaryName(type).toString());
        Element origin = outermost(type);
        try (Writer out = resource(module(type), name, origin).openWriter()) {
            out.write(PlanFile.write(plans));
        }
    }

    private FileObject resource(String module, String name, Element origin) throws IOException {
        try {
            return filer.createResource(StandardLocation.CLASS_OUTPUT, "", name, origin);
        } catch (FilerException e) {
            return filer.createResource(StandardLocation.CLASS_OUTPUT, module, name, origin);
        }
    }

    private Optional<byte[]> tryRead(Location location, String module, TypeElement type) {
        try {
            return Optional.of(read(location, module, type));
        } catch (IOException | RuntimeException e) {
            // A location that is not set is reported in as many ways as there are locations.
            return Optional.empty();
        }
    }

    private byte[] read(Location location, String module, TypeElement type) throws IOException {
        String name = elements.getBinaryName(type).toString();
        return read(location, module, type, name.substring(name.lastIndexOf('.') + 1) + ".class");
    }

    private byte[] read(Location location, String module, TypeElement type, String file) throws IOException {
        String packageName = elements.getPackageOf(type).getQualifiedName().toString();
        try (InputStream in =
                filer.getResource(location, module + packageName, file).openInputStream()) {
            return in.readAllBytes();
        }
    }

    /** {@code Elements.getFileObjectOf}, which Java has had since 18, for file managers that give files only so. */
    private Optional<byte[]> fromElements(TypeElement type) {
        try {
            Object file =
                    Elements.class.getMethod("getFileObjectOf", Element.class).invoke(elements, type);
            try (InputStream in = ((FileObject) file).openInputStream()) {
                return Optional.of(in.readAllBytes());
            }
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException | IOException e) {
            return Optional.empty();
        }
    }

    /** The name of a named module as the Filer wants it, or nothing. */
    private String module(TypeElement type) {
        ModuleElement module = elements.getModuleOf(type);
        return module == null || module.isUnnamed() ? "" : module.getQualifiedName() + "/";
    }

    private static Element outermost(TypeElement type) {
        Element outermost = type;
        while (outermost.getEnclosingElement() != null
                && outermost.getEnclosingElement().getKind() != ElementKind.PACKAGE) {
            outermost = outermost.getEnclosingElement();
        }
        return outermost;
    }
}
